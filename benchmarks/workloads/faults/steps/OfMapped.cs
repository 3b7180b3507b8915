using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>A step on memory that is mapped already and that the processor has never used.</summary>
[SupportedOSPlatform("linux")]
public abstract class OfMapped : FaultStep
{
    public override string? WhyNot() => Populate.Lacking();

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        region.Advise(Mman.MADV_POPULATE_WRITE);
        return region;
    }
}
