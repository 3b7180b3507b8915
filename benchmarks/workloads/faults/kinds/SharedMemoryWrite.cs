using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>The first write to shared memory (memfd_create(2)): a page is allocated, zeroed and put into the file's page cache.</summary>
[SupportedOSPlatform("linux")]
public sealed class SharedMemoryWrite : FaultKind
{
    public override string Name => "SharedMemoryWrite";

    public override string Why => "buffers between processes fill so, through the page cache";

    public override int Rank => 6;

    public override int AnonymousPages => 0;

    public override Mapping Map(int pages)
    {
        using var file = Memfd.Create("bench");
        file.Resize((long)pages * PageSize.Bytes);
        var region = Mapping.File(file.Descriptor, pages, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_SHARED, Region.Alignment);
        region.Advise(Mman.MADV_NOHUGEPAGE);
        return region;
    }
}
