namespace Bench.Results.Judge.Advice.Orders;

/// <summary>
/// Which part of its memory a program touches, and how. A new order is a new subclass in this folder; advise finds it by itself.
/// </summary>
public abstract class TouchOrder : IComparable<TouchOrder>
{
    /// <summary>What <c>--order</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in words that fit after "memory touched".</summary>
    public abstract string Words { get; }

    /// <summary>Place in lists; the first is the default.</summary>
    public abstract int Rank { get; }

    /// <summary>The order of the suite's rows that say what a fault costs in it: sequential or random.</summary>
    public abstract string Measured { get; }

    /// <summary>
    /// Aligned windows of memory touched per page touched: 1 where no two touched pages share one, 1/n where every window is touched whole.
    /// </summary>
    /// <param name="density">Part of the region's pages that is touched, above 0 and at most 1.</param>
    /// <param name="window">Pages in a window.</param>
    /// <param name="region">Pages in the region.</param>
    public double WindowsPerTouch(double density, long window, long region)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(density);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(density, 1);
        long touched = Math.Clamp((long)Math.Round(density * region), 1, region);
        return Windows(touched, Math.Min(window, region), region) / touched;
    }

    /// <summary>Windows touched, expected where chance decides.</summary>
    protected abstract double Windows(long touched, long window, long region);

    /// <summary>All orders, by rank.</summary>
    public static IReadOnlyList<TouchOrder> All { get; } = Catalogue.Of<TouchOrder>();

    /// <inheritdoc/>
    public int CompareTo(TouchOrder? other) => other is null ? 1 : Rank.CompareTo(other.Rank);
}
