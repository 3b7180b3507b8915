using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// A step on shared mappings of a file in memory (memfd_create(2)) whose pages are there: here a fault maps and does nothing else. A write
/// is never served by fault-around (mm/memory.c, do_shared_fault). There are as many faults as the first touch takes.
/// </summary>
/// <remarks>
/// The file is small and mapped again and again. What a fault works on is in the cache then, as is the page that a first touch has just
/// cleared; with a file as large as the region a fault took about a third longer, which is in no first touch.
/// </remarks>
[SupportedOSPlatform("linux")]
public abstract class OfShared : FaultStep
{
    private const int FilePages = 64;

    public override string? WhyNot() => Populate.Lacking();

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        using var file = Memfd.Create("bench");
        file.Resize(FilePages * (long)PageSize.Bytes);
        using (var first = Map(file, FilePages))
            first.Advise(Mman.MADV_POPULATE_WRITE);
        return Map(file, Math.Max(1, PartsRegion.Pages / pages));
    }

    private static Mapping Map(Memfd file, int pages)
    {
        var mapping =
            Mapping.File(file.Descriptor, FilePages, pages, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_SHARED, Region.Alignment);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        return mapping;
    }
}
