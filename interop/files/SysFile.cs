using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Files;

/// <summary>sys/file.h: whole-file advisory locks. Calls return -1 and set errno on failure.</summary>
[SupportedOSPlatform("linux")]
public static partial class SysFile
{
    /// <summary>flock(2): exclusive.</summary>
    public const int LOCK_EX = 2;

    /// <summary>flock(2): fail with EAGAIN instead of waiting.</summary>
    public const int LOCK_NB = 4;

    /// <summary>
    /// flock(2): held until every duplicate of <paramref name="fd"/> is closed. Errors: EAGAIN, EBADF, EINTR, EINVAL, ENOLCK.
    /// </summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int flock(int fd, int operation);
}
