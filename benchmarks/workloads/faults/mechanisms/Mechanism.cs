using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>How a page comes into memory. A new mechanism is a new subclass in this folder; the suite finds it by itself.</summary>
[SupportedOSPlatform("linux")]
public abstract unsafe class Mechanism : IComparable<Mechanism>, IComparable
{
    /// <summary>Name in tables and parameters.</summary>
    public abstract string Name { get; }

    /// <summary>Why it is measured: one sentence, without a full stop.</summary>
    public abstract string Why { get; }

    /// <summary>Place in tables, ascending.</summary>
    public abstract int Rank { get; }

    /// <summary>Pages per fault that it can give, ascending.</summary>
    public abstract IReadOnlyList<int> PagesPerFault { get; }

    /// <summary>The tables that it has rows in.</summary>
    public virtual FaultTables FaultTables => FaultTables.Mechanisms;

    /// <summary>Whether it makes sense, and differs, in <paramref name="order"/>.</summary>
    public virtual bool Takes(Order order) => true;

    /// <summary>Whether the touching thread waits for another one by design, so that its share of the processor says nothing.</summary>
    public virtual bool Waits => false;

    /// <summary>Why this machine can't do it, in words for the user; null where it can.</summary>
    /// <param name="pages">Pages per fault.</param>
    /// <param name="leaveSettings">System settings must stay as they are.</param>
    public virtual string? WhyNot(int pages, bool leaveSettings) => null;

    /// <summary>What would let this machine do it.</summary>
    public virtual string Remedy(int pages) => "run on Linux";

    /// <summary>System settings to change while it is measured.</summary>
    public virtual IReadOnlyList<SettingChange> SettingsFor(int pages) => [];

    /// <summary>What its rows must show where every page is touched: faults per page.</summary>
    public abstract FaultPromise Promise(int pages);

    /// <summary>What its rows must show over <paramref name="walk"/>: faults per page touched.</summary>
    public FaultPromise Promise(int pages, Walk walk) => Promise(pages).Over(walk, pages);

    /// <summary>Once a case, before anything is mapped.</summary>
    public virtual void Begin(int pages) { }

    /// <summary>Once a case, after everything is unmapped.</summary>
    public virtual void End() { }

    /// <summary>Before each iteration, outside the clock: a fresh region, none of it resident.</summary>
    public virtual void Prepare(Mapping region, int pages) => region.Advise(Mman.MADV_NOHUGEPAGE);

    /// <summary>Inside the clock, before the first touch: what it does for the whole region at once.</summary>
    public virtual void Enter(Mapping region) { }

    /// <summary>Inside the clock: writes one byte to each page that <paramref name="steps"/> names, in that order.</summary>
    public virtual void Touch(Mapping region, ReadOnlySpan<int> steps, int pages)
    {
        Enter(region);
        TouchLoop.Run(region.Address, steps, PageSize.Bytes);
    }

    /// <summary>All mechanisms, by rank.</summary>
    public static IReadOnlyList<Mechanism> All => Catalogue.Of<Mechanism>();

    public int CompareTo(Mechanism? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Mechanism);

    public override string ToString() => Name;

    /// <summary>
    /// Why folios of <paramref name="pages"/> can't fill a region of <paramref name="regionPages"/>; null where they can.
    /// </summary>
    protected static string? WhyNoWholeFolios(int pages, int regionPages) => regionPages % pages == 0
        ? null
        : $"the region is no multiple of a folio of {ByteSize.Describe((long)pages * PageSize.Bytes)}: its end would be filled by smaller "
            + $"ones";

    /// <summary>Powers of two from <paramref name="first"/> to 512.</summary>
    protected static IReadOnlyList<int> PowersFrom(int first) =>
        [.. Enumerable.Range(0, 10).Select(exponent => 1 << exponent).Where(pages => pages >= first)];
}
