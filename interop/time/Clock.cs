using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Time;

/// <summary>struct timespec (timespec(3type)).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct timespec
{
    /// <summary>Seconds.</summary>
    public nint tv_sec;

    /// <summary>Nanoseconds, below 1,000,000,000.</summary>
    public nint tv_nsec;

    /// <summary>The whole, in nanoseconds.</summary>
    public readonly long Nanoseconds => tv_sec * 1_000_000_000L + tv_nsec;
}

/// <summary>time.h: clocks.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Clock
{
    /// <summary>clock_gettime(2): time since an unspecified point, never set back.</summary>
    public const int CLOCK_MONOTONIC = 1;

    /// <summary>clock_gettime(2): CPU time of the calling thread.</summary>
    public const int CLOCK_THREAD_CPUTIME_ID = 3;

    /// <summary>clock_gettime(2), through the vDSO where the clock allows. Errors: EINVAL, EFAULT.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int clock_gettime(int clockid, timespec* tp);

    /// <summary>CPU time of the calling thread, in nanoseconds, user and system.</summary>
    public static long ThreadCpuNanoseconds()
    {
        timespec now;
        return clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0 ? now.Nanoseconds : throw SystemError.Last("clock_gettime");
    }
}
