using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Resources;

namespace Bench.Interop.Children;

/// <summary>The fields used here of siginfo_t as waitid(2) fills it, 128 bytes in all.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
public struct siginfo
{
    /// <summary>The child; 0 where none has changed.</summary>
    [FieldOffset(16)] public int si_pid;
}

/// <summary>sys/wait.h and signal.h: the end of children. Calls return -1 and set errno on failure.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class SysWait
{
    /// <summary>waitid(2): any child.</summary>
    public const int P_ALL = 0;

    /// <summary>waitid(2): the child of this process ID.</summary>
    public const int P_PID = 1;

    /// <summary>waitid(2): doesn't wait.</summary>
    public const int WNOHANG = 1;

    /// <summary>waitid(2): children that have ended.</summary>
    public const int WEXITED = 4;

    /// <summary>waitid(2): leaves the child as it is, so that its number stays taken.</summary>
    public const int WNOWAIT = 0x01000000;

    /// <summary>signal(7): a pipe that nobody reads, which .NET ignores.</summary>
    public const int SIGPIPE = 13;

    /// <summary>waitid(2). Errors: ECHILD (no such child), EINTR, EINVAL.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int waitid(int idtype, int id, siginfo* info, int options);

    /// <summary>wait4(2): the child's ID, or 0; its own usage and that of those it waited for. Errors: ECHILD, EINTR, EINVAL.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int wait4(int pid, int* status, int options, rusage* usage);

    /// <summary>kill(2): a process, or where negative a group. Errors: ESRCH (there is none), EPERM.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int kill(int pid, int signal);

    /// <summary>getpgid(2): the group of a process, also of one that has ended and isn't waited for yet. Errors: ESRCH.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int getpgid(int pid);
}
