using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>A step on shared mappings of a file that are populated already.</summary>
[SupportedOSPlatform("linux")]
public abstract class OfSharedMapped : OfShared
{
    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        region.Advise(Mman.MADV_POPULATE_WRITE);
        return region;
    }
}
