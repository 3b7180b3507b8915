using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Interop.Scheduling;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>MAP_POPULATE (mmap(2)): the whole region in one call, inside the clock, as single pages.</summary>
[SupportedOSPlatform("linux")]
public sealed class PopulateRegion : Mechanism
{
    public override string Name => "PopulateRegion";

    public override string Why => "one flag of mmap brings everything at once, on every kernel, needed or not";

    public override int Rank => 5;

    public override FaultTables FaultTables => FaultTables.All & ~FaultTables.PageFault;

    /// <summary>All pages of the region.</summary>
    public override IReadOnlyList<int> PagesPerFault => [Region.Pages];

    /// <summary>As of Populate: no trap, and a fault a page in the kernel's own count.</summary>
    public override FaultPromise Promise(int pages) => new(Traps: 0, All: 1, Tolerance: 0.02);

    /// <summary>The mapping is made inside the clock, too late for MADV_NOHUGEPAGE: the process as a whole does without.</summary>
    public override void Begin(int pages) => DisableHugePages(true);

    public override void End() => DisableHugePages(false);

    public override void Prepare(Mapping region, int pages) { }

    public override void Enter(Mapping region) => region.RemapPopulated();

    private static void DisableHugePages(bool disable)
    {
        if (Prctl.prctl(Prctl.PR_SET_THP_DISABLE, disable ? 1u : 0u, 0, 0, 0) != 0)
            throw SystemError.Last("prctl(PR_SET_THP_DISABLE)");
    }
}
