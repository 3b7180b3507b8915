namespace Bench.Interop.Scheduling;

/// <summary>linux/futex.h: operations of futex(2), which has no libc wrapper.</summary>
public static class Futex
{
    /// <summary>Wake waiters.</summary>
    public const int FUTEX_WAKE = 1;

    /// <summary>The futex is this process's own.</summary>
    public const int FUTEX_PRIVATE_FLAG = 128;
}
