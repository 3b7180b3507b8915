using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;

namespace Bench.Interop.Memory;

/// <summary>
/// This process's page table, as /proc/self/pagemap shows it (Documentation/admin-guide/mm/pagemap.rst); it needs no privilege.
/// </summary>
[SupportedOSPlatform("linux")]
public static unsafe class PageMap
{
    private const ulong Present = 1UL << 63;

    // Mapped by nobody else; never so of the shared zero page, which the kernel doesn't count (fs/proc/task_mmu.c, vm_normal_page()). Linux
    // 4.2.
    private const ulong Exclusive = 1UL << 56;

    /// <summary>
    /// Pages of <paramref name="memory"/> that are mapped here and nowhere else, as those of its own; null where the table can't be read.
    /// </summary>
    public static long? CountOwn(Mapping memory)
    {
        ulong[] entries = new ulong[memory.PageCount];
        if (!TryRead((nint)memory.Address / PageSize.Bytes * sizeof(ulong), MemoryMarshal.AsBytes(entries.AsSpan())))
            return null;
        return entries.LongCount(entry => (entry & (Present | Exclusive)) == (Present | Exclusive));
    }

    private static bool TryRead(nint offset, Span<byte> content)
    {
        var path = "/proc/self/pagemap\0"u8;
        int fd;
        fixed (byte* name = path)
            fd = Unistd.open(name, Unistd.O_RDONLY | Unistd.O_CLOEXEC);
        if (fd < 0)
            return false;
        nint read;
        fixed (byte* start = content)
            read = Unistd.pread(fd, start, (nuint)content.Length, offset);
        Unistd.close(fd);
        return read == content.Length;
    }
}
