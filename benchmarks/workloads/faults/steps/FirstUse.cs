using System.Runtime.Versioning;

namespace Bench.Workloads.Faults.Steps;

/// <summary>The first touch of memory that is mapped already: no fault of the guest.</summary>
[SupportedOSPlatform("linux")]
public sealed class FirstUse : OfMapped
{
    public override string Name => "FirstUse";

    public override string Why => "what a hypervisor with tables of its own takes to fill them; otherwise a miss of cache and TLB";

    public override int Rank => 1;
}
