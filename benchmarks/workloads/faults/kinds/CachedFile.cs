using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>
/// A file all of whose pages are in the page cache, each by itself: a file in memory, so that no disk takes part and nothing is written
/// back.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class CachedFile
{
    public static Memfd Create(int pages)
    {
        var file = Memfd.Create("bench");
        file.Resize((long)pages * PageSize.Bytes);
        using var mapping = Mapping.File(file.Descriptor, pages, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_SHARED, Region.Alignment);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        Region.TouchEach(mapping);
        return file;
    }
}
