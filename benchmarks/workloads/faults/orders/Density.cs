using System.Globalization;

namespace Bench.Workloads.Faults.Orders;

/// <summary>
/// A part of the pages: one in <paramref name="oneIn"/>, drawn at random without repetition and touched in random order. What a sparser one
/// touches, a denser one touches first.
/// </summary>
/// <param name="oneIn">1 for every page; at least one page is touched.</param>
public sealed class Density(int oneIn) : IComparable<Density>, IComparable
{
    /// <summary>Those measured, from the sparsest: one page in a huge page, … all.</summary>
    public static IReadOnlyList<Density> All { get; } = [.. new[] { 512, 64, 8, 2, 1 }.Select(oneIn => new Density(oneIn))];

    /// <summary>Pages of which one is touched.</summary>
    public int OneIn => oneIn;

    /// <summary>The walk over a region of <paramref name="pages"/> pages.</summary>
    public Walk Walk(int pages) => new(new RandomOrder().Steps(pages)[..Math.Max(1, pages / oneIn)], pages);

    public int CompareTo(Density? other) => other is null ? 1 : other.OneIn.CompareTo(OneIn);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Density);

    public override string ToString() => oneIn == 1 ? "1" : string.Create(CultureInfo.InvariantCulture, $"1/{oneIn}");
}
