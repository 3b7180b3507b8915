using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Memory;

/// <summary>The system's page size.</summary>
[SupportedOSPlatform("linux")]
public static partial class PageSize
{
    private const int _SC_PAGESIZE = 30;

    /// <summary>Bytes in a page (sysconf(3), _SC_PAGESIZE): 4096 on x86-64; 4096, 16384 or 65536 on arm64.</summary>
    public static int Bytes { get; } = (int)sysconf(_SC_PAGESIZE);

    /// <summary>
    /// Bytes of the huge page that one entry a level up (PMD) maps, as many pages as a table has entries: 2 MiB where pages have 4 KiB, 32
    /// MiB where 16, 512 MiB where 64.
    /// </summary>
    public static nuint HugeBytes { get; } = HugeBytesOf(Bytes);

    /// <summary>The same where pages have <paramref name="pageBytes"/>.</summary>
    public static nuint HugeBytesOf(int pageBytes) => (nuint)pageBytes * (nuint)(pageBytes / sizeof(long));

    [LibraryImport("libc")]
    private static partial nint sysconf(int name);
}
