using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>The first touch of the same, populated.</summary>
[SupportedOSPlatform("linux")]
public sealed class SharedFirstUse : OfShared
{
    public override string Name => "SharedFirstUse";

    public override string Why => "the use of a page that only had to be mapped";

    public override int Rank => 7;

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        region.Advise(Mman.MADV_POPULATE_WRITE);
        return region;
    }
}
