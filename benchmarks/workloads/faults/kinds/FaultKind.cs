using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>
/// What kind of fault a first access takes: of which memory, by reading or writing. A new kind is a new subclass in this folder; the suite
/// finds it by itself.
/// </summary>
[SupportedOSPlatform("linux")]
public abstract class FaultKind : IComparable<FaultKind>, IComparable
{
    /// <summary>Name in tables and parameters.</summary>
    public abstract string Name { get; }

    /// <summary>Why it is measured: one sentence, without a full stop.</summary>
    public abstract string Why { get; }

    /// <summary>Place in tables, ascending.</summary>
    public abstract int Rank { get; }

    /// <summary>Why this machine can't do it, in words for the user; null where it can.</summary>
    public virtual string? WhyNot() => null;

    /// <summary>What would let this machine do it.</summary>
    public virtual string Remedy => "run on Linux";

    /// <summary>Memory that it needs besides the region, as a share of that.</summary>
    public virtual double MemoryBesides => 0;

    /// <summary>Pages that one fault maps.</summary>
    public virtual int PagesPerFault => 1;

    /// <summary>Anonymous pages (RssAnon) that come into memory for each page accessed.</summary>
    public virtual int AnonymousPages => 1;

    /// <summary>Once a case, before anything is mapped.</summary>
    /// <param name="pages">Pages of the region.</param>
    public virtual void Begin(int pages) { }

    /// <summary>Once a case, after everything is unmapped.</summary>
    public virtual void End() { }

    /// <summary>Before each iteration, outside the clock: a region whose every page is about to fault.</summary>
    public abstract Mapping Map(int pages);

    /// <summary>
    /// Inside the clock: accesses each page that <paramref name="steps"/> names, in that order; writes one byte unless overridden.
    /// </summary>
    public virtual unsafe void Access(Mapping region, ReadOnlySpan<int> steps) => TouchLoop.Run(region.Address, steps, PageSize.Bytes);

    /// <summary>What its rows must show over <paramref name="walk"/>.</summary>
    public FaultPromise Promise(Walk walk) => FaultPromise.OneIn(PagesPerFault).Over(walk, PagesPerFault);

    /// <summary>All kinds, by rank.</summary>
    public static IReadOnlyList<FaultKind> All => Catalogue.Of<FaultKind>();

    public int CompareTo(FaultKind? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as FaultKind);

    public override string ToString() => Name;

    /// <summary>A fresh private anonymous region of single pages.</summary>
    protected static Mapping Anonymous(int pages)
    {
        var region = Mapping.Anonymous(pages, Region.Alignment);
        region.Advise(Mman.MADV_NOHUGEPAGE);
        return region;
    }
}
