namespace Bench.Interop.Memory;

/// <summary>Mappings of files and of huge pages.</summary>
public sealed unsafe partial class Mapping
{
    /// <summary>Maps the first <paramref name="pageCount"/> pages of a file.</summary>
    /// <param name="fd">The file, at least that long; it may be closed afterwards.</param>
    /// <param name="pageCount">Pages, at least 1.</param>
    /// <param name="protection">Mman.PROT_*.</param>
    /// <param name="sharing">Mman.MAP_SHARED or Mman.MAP_PRIVATE.</param>
    /// <param name="alignment">Bytes, as of <see cref="Anonymous"/>.</param>
    /// <exception cref="SystemError">mmap(2) failed, e.g. ENOMEM, EACCES.</exception>
    public static Mapping File(int fd, long pageCount, int protection, int sharing, nuint alignment) =>
        File(fd, pageCount, pageCount, protection, sharing, alignment);

    /// <summary>Maps the first <paramref name="piece"/> pages of a file again and again, until all pages are mapped.</summary>
    /// <param name="fd">The file, at least as long as a piece; it may be closed afterwards.</param>
    /// <param name="piece">Pages, at least 1.</param>
    /// <param name="pageCount">Pages in all, at least 1.</param>
    /// <param name="protection">Mman.PROT_*.</param>
    /// <param name="sharing">Mman.MAP_SHARED or Mman.MAP_PRIVATE.</param>
    /// <param name="alignment">Bytes, as of <see cref="Anonymous"/>.</param>
    /// <exception cref="SystemError">mmap(2) failed: ENOMEM also where there are more pieces than vm.max_map_count.</exception>
    public static Mapping File(int fd, long piece, long pageCount, int protection, int sharing, nuint alignment)
    {
        // The address is had first: a file mapping that were cut to an aligned start would not begin with the file's first page.
        var mapping = Anonymous(pageCount, alignment);
        for (long page = 0; page < pageCount; page += piece)
        {
            byte* address = mapping.Address + page * PageSize.Bytes;
            nuint length = (nuint)Math.Min(piece, pageCount - page) * (nuint)PageSize.Bytes;
            if (Mman.mmap(address, length, protection, sharing | Mman.MAP_FIXED, fd, 0) != Mman.MAP_FAILED)
                continue;
            var error = SystemError.Last("mmap");
            mapping.Dispose();
            throw error;
        }
        return mapping;
    }

    /// <summary>Maps huge pages of the default size, readable and writable, none of them resident.</summary>
    /// <param name="pageCount">Pages of <see cref="PageSize.Bytes"/>: a multiple of those in a huge page.</param>
    /// <exception cref="SystemError">mmap(2) failed: ENOMEM where the pool has too few free.</exception>
    public static Mapping HugeTlb(long pageCount)
    {
        void* start = Mman.mmap(null, (nuint)pageCount * (nuint)PageSize.Bytes, Mman.PROT_READ | Mman.PROT_WRITE,
            Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS | Mman.MAP_HUGETLB, -1, 0);
        return start == Mman.MAP_FAILED ? throw SystemError.Last("mmap(MAP_HUGETLB)") : new Mapping((byte*)start, pageCount);
    }

    /// <summary>Maps fresh private anonymous memory in place of what is there and faults all of it in (MAP_POPULATE).</summary>
    /// <exception cref="SystemError">mmap(2) failed, e.g. ENOMEM.</exception>
    public void RemapPopulated()
    {
        const int flags = Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS | Mman.MAP_NORESERVE | Mman.MAP_FIXED | Mman.MAP_POPULATE;
        if (Mman.mmap(Address, Length, Mman.PROT_READ | Mman.PROT_WRITE, flags, -1, 0) == Mman.MAP_FAILED)
            throw SystemError.Last("mmap(MAP_POPULATE)");
    }

    /// <summary>Pages resident in memory now (mincore(2)). Allocates nothing.</summary>
    /// <param name="states">Room for one byte a page.</param>
    /// <exception cref="SystemError">mincore(2) failed.</exception>
    public long CountResident(Span<byte> states)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(states.Length, PageCount);
        fixed (byte* vector = states)
        {
            if (Mman.mincore(Address, Length, vector) != 0)
                throw SystemError.Last("mincore");
        }
        long resident = 0;
        foreach (byte state in states[..(int)PageCount])
            resident += state & 1;
        return resident;
    }
}
