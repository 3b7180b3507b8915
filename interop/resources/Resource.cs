using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Resources;

/// <summary>struct rusage (getrusage(2)).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct rusage
{
    /// <summary>User CPU time: seconds, microseconds.</summary>
    public nint ru_utime_sec, ru_utime_usec;

    /// <summary>System CPU time: seconds, microseconds.</summary>
    public nint ru_stime_sec, ru_stime_usec;

    /// <summary>Maximum resident set, KiB.</summary>
    public nint ru_maxrss;

    /// <summary>Unused by Linux.</summary>
    public nint ru_ixrss, ru_idrss, ru_isrss;

    /// <summary>Faults served without reading from a device.</summary>
    public nint ru_minflt;

    /// <summary>Faults that read from a device.</summary>
    public nint ru_majflt;

    /// <summary>Unused by Linux.</summary>
    public nint ru_nswap;

    /// <summary>Blocks read and written.</summary>
    public nint ru_inblock, ru_oublock;

    /// <summary>Unused by Linux.</summary>
    public nint ru_msgsnd, ru_msgrcv, ru_nsignals;

    /// <summary>Context switches the thread asked for, by blocking or yielding.</summary>
    public nint ru_nvcsw;

    /// <summary>Context switches forced on it.</summary>
    public nint ru_nivcsw;
}

/// <summary>sys/resource.h: resource usage.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Resource
{
    /// <summary>getrusage(2): of the calling thread.</summary>
    public const int RUSAGE_THREAD = 1;

    /// <summary>getrusage(2). Errors: EINVAL, EFAULT.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int getrusage(int who, rusage* usage);

    /// <summary>The calling thread's usage so far.</summary>
    /// <exception cref="SystemError">getrusage failed.</exception>
    public static rusage OfThread()
    {
        rusage usage;
        return getrusage(RUSAGE_THREAD, &usage) == 0 ? usage : throw SystemError.Last("getrusage");
    }
}
