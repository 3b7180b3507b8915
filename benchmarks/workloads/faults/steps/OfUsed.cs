using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>A step on memory that is mapped and that every page of was written.</summary>
[SupportedOSPlatform("linux")]
public abstract class OfUsed : FaultStep
{
    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        Region.TouchEach(region);
        return region;
    }
}
