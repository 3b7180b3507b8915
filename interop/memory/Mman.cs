using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Memory;

/// <summary>
/// sys/mman.h: memory mapping. Lengths are bytes; every call returns -1 (or <see cref="MAP_FAILED"/>) and sets errno on failure.
/// </summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Mman
{
    /// <summary>mmap(2): pages may not be accessed.</summary>
    public const int PROT_NONE = 0;

    /// <summary>mmap(2): pages may be read.</summary>
    public const int PROT_READ = 1;

    /// <summary>mmap(2): pages may be written.</summary>
    public const int PROT_WRITE = 2;

    /// <summary>mmap(2): pages may be executed.</summary>
    public const int PROT_EXEC = 4;

    /// <summary>mmap(2): updates are shared with other mappings of the file.</summary>
    public const int MAP_SHARED = 0x01;

    /// <summary>mmap(2): copy-on-write, updates are private.</summary>
    public const int MAP_PRIVATE = 0x02;

    /// <summary>mmap(2): not backed by a file.</summary>
    public const int MAP_ANONYMOUS = 0x20;

    /// <summary>mmap(2): at exactly the address given, in place of what is there.</summary>
    public const int MAP_FIXED = 0x10;

    /// <summary>mmap(2): fault every page in before returning.</summary>
    public const int MAP_POPULATE = 0x8000;

    /// <summary>mmap(2): huge pages of the default size, out of the pool of /proc/sys/vm/nr_hugepages.</summary>
    public const int MAP_HUGETLB = 0x40000;

    /// <summary>mmap(2): no swap space is reserved.</summary>
    public const int MAP_NORESERVE = 0x4000;

    /// <summary>madvise(2): the range may be given transparent huge pages.</summary>
    public const int MADV_HUGEPAGE = 14;

    /// <summary>madvise(2): the range is not given transparent huge pages.</summary>
    public const int MADV_NOHUGEPAGE = 15;

    /// <summary>madvise(2): drop the pages; private anonymous memory reads zero afterwards.</summary>
    public const int MADV_DONTNEED = 4;

    /// <summary>
    /// madvise(2): the pages may go first when memory is short; their entries look unused from then on. Linux 5.4; EINVAL before.
    /// </summary>
    public const int MADV_COLD = 20;

    /// <summary>madvise(2): fault the range in for writing, without writing to it. Linux 5.14; EINVAL before.</summary>
    public const int MADV_POPULATE_WRITE = 23;

    /// <summary>What mmap(2) returns on failure.</summary>
    public static readonly void* MAP_FAILED = (void*)-1;

    /// <summary>mmap(2). Errors: ENOMEM, EINVAL, EACCES, EPERM and others.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial void* mmap(void* addr, nuint length, int prot, int flags, int fd, nint offset);

    /// <summary>munmap(2). Errors: EINVAL, ENOMEM (the split would exceed the limit on mappings).</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int munmap(void* addr, nuint length);

    /// <summary>mprotect(2). Errors: EACCES, EINVAL, ENOMEM.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int mprotect(void* addr, nuint length, int prot);

    /// <summary>madvise(2). Errors: EINVAL (advice unknown or range not aligned), ENOMEM, EAGAIN, EFAULT, EHWPOISON.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int madvise(void* addr, nuint length, int advice);

    /// <summary>
    /// mincore(2): one byte a page in <paramref name="vec"/>, bit 0 set where the page is resident. Errors: EAGAIN, EFAULT, EINVAL, ENOMEM.
    /// </summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int mincore(void* addr, nuint length, byte* vec);
}
