namespace Bench.Workloads.Faults.Orders;

/// <summary>In which order pages are touched. A new order is a new subclass in this folder; the suite finds it by itself.</summary>
public abstract class Order : IComparable<Order>, IComparable
{
    /// <summary>Name in tables and parameters.</summary>
    public abstract string Name { get; }

    /// <summary>Place in tables, ascending.</summary>
    public abstract int Rank { get; }

    /// <summary>Whether <see cref="PageFault"/>, whose time is limited, has it too; <see cref="FaultOrders"/> has the others.</summary>
    public virtual bool InPageFault => false;

    /// <summary>What one operation is.</summary>
    public virtual string Unit => "page";

    /// <summary>Whether steps are known before they are made, so that a mechanism may make them in a loop of its own.</summary>
    public virtual bool KnownBeforehand => true;

    /// <summary>Memory that its walks need besides the region, as a share of that.</summary>
    public virtual double MemoryBesides => 0;

    /// <summary>
    /// The page to touch at each step, within 0 … <paramref name="pages"/> - 1 and the same in every run; pages may be left out, or come
    /// again.
    /// </summary>
    public abstract int[] Steps(int pages);

    /// <summary>The walk over a region of <paramref name="pages"/> pages.</summary>
    public virtual Walk Walk(int pages) => new(Steps(pages), pages);

    /// <summary>All orders, by rank.</summary>
    public static IReadOnlyList<Order> All => Catalogue.Of<Order>();

    public int CompareTo(Order? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Order);

    public override string ToString() => Name;
}
