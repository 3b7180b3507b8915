using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;

namespace Bench.Workloads.Syscalls;

/// <summary>
/// A hole in the address space among mappings of its own. What mmap(2) and munmap(2) cost depends on the maple tree's leaf that holds the
/// neighbours (mm/mmap.c, lib/maple_tree.c): one that is full is split and joined again by each pair of calls, and an equal neighbour is
/// merged with. Where the kernel chooses the address, what the runtime has mapped decides, and a pair costs 2.5, 3.2 or 4.2 microseconds.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe class FixedMappings : IDisposable
{
    // Several of a leaf's 16 entries to either side, so that the leaf holds nothing else.
    private const int Mappings = 64;
    private const int BlockPages = 16;

    private readonly byte* start;
    private readonly nuint block = BlockPages * (nuint)PageSize.Bytes;

    /// <summary>Reserves them; no memory is used.</summary>
    /// <exception cref="SystemError">mmap(2) failed, e.g. ENOMEM.</exception>
    public FixedMappings()
    {
        start =
            (byte*)Mman.mmap(null, 2 * Mappings * block, Mman.PROT_NONE, Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS | Mman.MAP_NORESERVE, -1, 0);
        if (start == Mman.MAP_FAILED)
            throw SystemError.Last("mmap");
        for (int i = 0; i < Mappings; i++)
            Mman.munmap(start + (2 * i + 1) * (long)block, block);
    }

    /// <summary>A page's address in the middle of the middle hole, which touches no neighbour.</summary>
    public void* Hole => start + Mappings * (long)block - (long)block / 2;

    /// <summary>Unmaps the neighbours; what others have mapped between them meanwhile stays.</summary>
    public void Dispose()
    {
        for (int i = 0; i < Mappings; i++)
            Mman.munmap(start + 2 * i * (long)block, block);
    }
}
