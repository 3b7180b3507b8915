using System.Runtime.Versioning;
using Bench.Interop.Syscalls;
using Bench.Interop.Time;

namespace Bench.Interop.Scheduling;

/// <summary>linux/futex.h: futex(2), which has no libc wrapper.</summary>
public static unsafe class Futex
{
    /// <summary>Sleep while the word has a given value.</summary>
    public const int FUTEX_WAIT = 0;

    /// <summary>Wake waiters.</summary>
    public const int FUTEX_WAKE = 1;

    /// <summary>The futex is this process's own.</summary>
    public const int FUTEX_PRIVATE_FLAG = 128;

    /// <summary>
    /// Sleeps while <paramref name="word"/>, which processes may share, is <paramref name="expected"/>. Returns when woken, but also at
    /// once (EAGAIN), by a signal (EINTR), by chance, or after <paramref name="timeout"/>: look at the word again.
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static void Wait(int* word, int expected, TimeSpan timeout)
    {
        var limit = new timespec { tv_sec = (nint)(long)timeout.TotalSeconds, tv_nsec = timeout.Milliseconds * 1_000_000 };
        Libc.syscall(SyscallNumbers.Current.Futex, (nint)word, FUTEX_WAIT, expected, (nint)(&limit), 0, 0);
    }

    /// <summary>Wakes everybody who sleeps on <paramref name="word"/>, in whatever process.</summary>
    [SupportedOSPlatform("linux")]
    public static void WakeAll(int* word) => Libc.syscall(SyscallNumbers.Current.Futex, (nint)word, FUTEX_WAKE, int.MaxValue, 0, 0, 0);
}
