using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Memory;

/// <summary>
/// Owner of a mapping (mmap(2)), private and anonymous unless made otherwise: exactly <see cref="PageCount"/> pages from an aligned
/// address, unmapped once, by <see cref="Dispose"/> or by the finalizer, however often either runs.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe partial class Mapping : IDisposable
{
    private nint address;

    private Mapping(byte* address, long pageCount)
    {
        this.address = (nint)address;
        PageCount = pageCount;
    }

    /// <summary>Frees a mapping that nobody disposed of.</summary>
    ~Mapping() => Unmap();

    /// <summary>Address of the first page.</summary>
    /// <exception cref="ObjectDisposedException">The mapping is gone.</exception>
    public byte* Address
    {
        get
        {
            nint current = Volatile.Read(ref address);
            ObjectDisposedException.ThrowIf(current == 0, this);
            return (byte*)current;
        }
    }

    /// <summary>Pages in the mapping, of <see cref="PageSize.Bytes"/> each.</summary>
    public long PageCount { get; }

    /// <summary>Bytes in the mapping.</summary>
    public nuint Length => (nuint)PageCount * (nuint)PageSize.Bytes;

    /// <summary>Maps <paramref name="pageCount"/> pages, readable and writable, none of them resident.</summary>
    /// <param name="pageCount">Pages, at least 1.</param>
    /// <param name="alignment">Bytes; a power of two, at least the page size. The address is a multiple of it.</param>
    /// <param name="hint">Address to take if nothing lies there; 0 leaves the choice to the kernel, as does a hint that it can't
    /// follow.</param>
    /// <exception cref="SystemError">mmap(2) failed, e.g. ENOMEM.</exception>
    public static Mapping Anonymous(long pageCount, nuint alignment = 0, nuint hint = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageCount, 1);
        nuint page = (nuint)PageSize.Bytes;
        if (alignment < page)
            alignment = page;
        if (!nuint.IsPow2(alignment))
            throw new ArgumentException($"{alignment} is not a power of two", nameof(alignment));

        nuint length = checked((nuint)pageCount * page);
        nuint slack = alignment - page;
        byte* start = (byte*)Mman.mmap((void*)hint, length + slack, Mman.PROT_READ | Mman.PROT_WRITE,
            Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS | Mman.MAP_NORESERVE, -1, 0);
        if (start == Mman.MAP_FAILED)
            throw SystemError.Last("mmap");

        byte* aligned = (byte*)(((nuint)start + slack) & ~(alignment - 1));
        nuint before = (nuint)(aligned - start);
        if (before > 0)
            Mman.munmap(start, before);
        if (slack > before)
            Mman.munmap(aligned + length, slack - before);
        return new Mapping(aligned, pageCount);
    }

    /// <summary>
    /// madvise(2) over the whole mapping. A kernel without huge pages (CONFIG_TRANSPARENT_HUGEPAGE) knows no advice on them, which is no
    /// error: it gives none in any case.
    /// </summary>
    /// <param name="advice">One of Mman.MADV_*.</param>
    /// <exception cref="SystemError">madvise(2) failed: EINVAL where the kernel lacks the advice.</exception>
    public void Advise(int advice)
    {
        if (Mman.madvise(Address, Length, advice) != 0
            && !((advice is Mman.MADV_HUGEPAGE or Mman.MADV_NOHUGEPAGE) && Marshal.GetLastPInvokeError() == Errno.EINVAL))
            throw SystemError.Last("madvise");
    }

    /// <summary>Unmaps (munmap(2)); later calls do nothing.</summary>
    public void Dispose()
    {
        Unmap();
        GC.SuppressFinalize(this);
    }

    private void Unmap()
    {
        nint current = Interlocked.Exchange(ref address, 0);
        if (current != 0)
            Mman.munmap((void*)current, Length);
    }
}
