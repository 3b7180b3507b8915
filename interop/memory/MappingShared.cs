namespace Bench.Interop.Memory;

/// <summary>Mappings that others see too.</summary>
public sealed unsafe partial class Mapping
{
    /// <summary>Maps pages of a file, readable and writable and shared with whoever else maps them.</summary>
    /// <param name="fd">The file, at least that long.</param>
    /// <param name="pageCount">Pages, at least 1.</param>
    /// <param name="offset">Where they begin, in bytes; a multiple of the page size.</param>
    /// <exception cref="SystemError">mmap(2) failed, e.g. ENOMEM, EACCES, EBADF.</exception>
    public static Mapping Shared(int fd, long pageCount, nint offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageCount, 1);
        nuint length = checked((nuint)pageCount * (nuint)PageSize.Bytes);
        void* start = Mman.mmap(null, length, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_SHARED, fd, offset);
        return start != Mman.MAP_FAILED ? new Mapping((byte*)start, pageCount) : throw SystemError.Last("mmap");
    }

    /// <summary>
    /// Forbids access to <paramref name="count"/> pages from page <paramref name="first"/> on, which also keeps the kernel from merging the
    /// mapping with its neighbour.
    /// </summary>
    /// <exception cref="SystemError">mprotect(2) failed.</exception>
    public void Forbid(long first, long count) => Protect(first, count, Mman.PROT_NONE);

    /// <summary>Forbids access to all of it and allows it again: its pages stay, what the processor knew of them doesn't.</summary>
    /// <exception cref="SystemError">mprotect(2) failed.</exception>
    public void ForbidAndAllow()
    {
        Protect(0, PageCount, Mman.PROT_NONE);
        Protect(0, PageCount, Mman.PROT_READ | Mman.PROT_WRITE);
    }

    private void Protect(long first, long count, int protection)
    {
        if (Mman.mprotect(Address + first * PageSize.Bytes, (nuint)count * (nuint)PageSize.Bytes, protection) != 0)
            throw SystemError.Last("mprotect");
    }
}
