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

    [LibraryImport("libc")]
    private static partial nint sysconf(int name);
}
