using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>A touch after mprotect(2) took access away and gave it back: pages are there, TLB's and hypervisor's entries aren't.</summary>
[SupportedOSPlatform("linux")]
public sealed class UseAfterProtect : OfUsed
{
    public override string Name => "UseAfterProtect";

    public override string Why => "the first use again without allocating, by entries that were dropped";

    public override int Rank => 3;

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        region.ForbidAndAllow();
        return region;
    }
}
