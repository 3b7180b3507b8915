namespace Bench.Results.Judge.Parts;

/// <summary>
/// A part of what a first touch costs. A new one is a new subclass in this folder; tables and figure find it by themselves.
/// </summary>
public abstract class TouchPart : IComparable<TouchPart>
{
    /// <summary>What it is, after "so much is".</summary>
    public abstract string Name { get; }

    /// <summary>How it is told: one sentence, without a full stop.</summary>
    public abstract string How { get; }

    /// <summary>Place in the stack, ascending from its foot.</summary>
    public abstract int Rank { get; }

    /// <summary>Ways to it, by steps of the workload and each from other rows than the next; the least of them is believed.</summary>
    /// <param name="paging">Who fills the tables that the processor reads.</param>
    public abstract IReadOnlyList<Sum> Ways(Paging paging);

    /// <summary>What holds it with other things, so that it can't be more; null where nothing does.</summary>
    public virtual Sum? AtMost => null;

    /// <summary>Other views of it, which cost what it costs without being it.</summary>
    public virtual IReadOnlyList<Sum> Likenesses => [];

    /// <summary>Whether a first touch holds it there.</summary>
    public virtual bool IsIn(Paging paging) => true;

    /// <summary>All parts, by rank.</summary>
    public static IReadOnlyList<TouchPart> All { get; } = Catalogue.Of<TouchPart>();

    /// <inheritdoc/>
    public int CompareTo(TouchPart? other) => Rank.CompareTo(other?.Rank);
}

/// <summary>Who fills the tables that the processor reads.</summary>
public enum Paging
{
    /// <summary>The kernel alone, or the processor walks the hypervisor's tables itself.</summary>
    Processor,

    /// <summary>The hypervisor, by copies of the kernel's that it fills when a page is used (shadow page tables).</summary>
    Hypervisor,
}
