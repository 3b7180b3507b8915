using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// A step on a second shared mapping of a file in memory (memfd_create(2)) whose pages the first one brought: here a fault maps and does
/// nothing else. A write is never served by fault-around (mm/memory.c, do_shared_fault).
/// </summary>
[SupportedOSPlatform("linux")]
public abstract class OfShared : FaultStep
{
    // A larger folio is a page cache's own affair.
    public override bool Takes(int pages) => pages == 1;

    public override string? WhyNot() => Populate.Lacking();

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        using var file = Memfd.Create("bench");
        file.Resize(Region.Pages * (long)PageSize.Bytes);
        using (var first = Map(file))
            first.Advise(Mman.MADV_POPULATE_WRITE);
        return Map(file);
    }

    private static Mapping Map(Memfd file)
    {
        var mapping = Mapping.File(file.Descriptor, Region.Pages, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_SHARED, Region.Alignment);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        return mapping;
    }
}
