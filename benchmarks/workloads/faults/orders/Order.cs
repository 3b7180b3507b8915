namespace Bench.Workloads.Orders;

/// <summary>In which order pages are touched. A new order is a new subclass in this folder; the suite finds it by itself.</summary>
public abstract class Order : IComparable<Order>, IComparable
{
    /// <summary>Name in tables and parameters.</summary>
    public abstract string Name { get; }

    /// <summary>Place in tables, ascending.</summary>
    public abstract int Rank { get; }

    /// <summary>The page to touch at each step: a permutation of 0 … <paramref name="pages"/> - 1, the same in every run.</summary>
    public abstract int[] Steps(int pages);

    /// <summary>All orders, by rank.</summary>
    public static IReadOnlyList<Order> All => Catalogue.Of<Order>();

    /// <inheritdoc/>
    public int CompareTo(Order? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Order);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
