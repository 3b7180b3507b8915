using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Files;

/// <summary>unistd.h: identity of the process.</summary>
public static unsafe partial class Unistd
{
    /// <summary>geteuid(2): the effective user ID; never fails.</summary>
    [LibraryImport("libc")]
    public static partial uint geteuid();

    /// <summary>setsid(2): the new session's ID, or -1. Errors: EPERM (already leads a process group).</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int setsid();

    /// <summary>
    /// execvp(3): this process turns into another program, found in PATH, with its environment; -1 where it doesn't. Errors: ENOENT, EACCES
    /// and others.
    /// </summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int execvp(byte* file, byte** argv);
}
