using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;

namespace Bench.Workloads.Crews;

/// <summary>Map a page and unmap it, again and again until stopped: each takes the address space's lock for writing (mm/mmap.c).</summary>
/// <param name="Touches">Whether the page is written to in between, so that its unmapping must also be told to other processors (TLB
/// shootdown).</param>
[SupportedOSPlatform("linux")]
internal sealed record MapAndUnmap(bool Touches) : Assignment
{
    public override IJob Begin(Func<Mapping>? common) => new MapJob(Touches);
}

/// <remarks>The page never merges with the region that is measured: that one has advice, which this has not.</remarks>
[SupportedOSPlatform("linux")]
internal sealed unsafe class MapJob(bool touches) : IJob
{
    public void Rehearse() => Once();

    public void Prepare() { }

    public void Work(Func<bool> wanted, ref long progress)
    {
        for (; wanted(); Volatile.Write(ref progress, progress + 1))
            Once();
    }

    public void Release() { }

    private void Once()
    {
        nuint length = (nuint)PageSize.Bytes;
        byte* page = (byte*)Mman.mmap(null, length, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS, -1, 0);
        if (page == Mman.MAP_FAILED)
            throw SystemError.Last("mmap");
        if (touches)
            *page = 1;
        Mman.munmap(page, length);
    }
}
