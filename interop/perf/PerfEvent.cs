using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Syscalls;

namespace Bench.Interop.Perf;

/// <summary>A counting software event of the calling thread (perf_event_open(2)).</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class PerfEvent : IDisposable
{
    /// <summary>Type of the kernel's own events.</summary>
    public const uint PERF_TYPE_SOFTWARE = 1;

    /// <summary>Minor page faults taken by trap.</summary>
    public const ulong PERF_COUNT_SW_PAGE_FAULTS_MIN = 5;

    private const ulong ExcludeKernelAndHypervisor = 1 << 5 | 1 << 6;

    private int fd;

    private PerfEvent(int fd) => this.fd = fd;

    /// <summary>
    /// Opens the event for the calling thread, wherever it runs; null with the reason where the system forbids or lacks it.
    /// </summary>
    /// <param name="config">PERF_COUNT_SW_*.</param>
    /// <param name="reason">perf_event_open's error: EACCES or EPERM (perf_event_paranoid, seccomp), ENOSYS, ENOENT.</param>
    public static PerfEvent? TryOpen(ulong config, out string reason)
    {
        // Faults are taken in user mode; leaving the kernel out is what an unprivileged user may ask for (perf_event_paranoid 2).
        var attr = new perf_event_attr
        {
            type = PERF_TYPE_SOFTWARE,
            size = (uint)sizeof(perf_event_attr),
            config = config,
            flags = ExcludeKernelAndHypervisor
        };
        nint fd = Libc.syscall(SyscallNumbers.Current.PerfEventOpen, (nint)(&attr), 0, -1, -1, 0, 0);
        reason = fd < 0 ? SystemError.Last("perf_event_open").Message : "";
        return fd < 0 ? null : new PerfEvent((int)fd);
    }

    /// <summary>Events so far.</summary>
    /// <exception cref="SystemError">read(2) failed.</exception>
    public long Read()
    {
        long count;
        return Unistd.read(fd, &count, sizeof(long)) == sizeof(long) ? count : throw SystemError.Last("read of a perf event");
    }

    /// <summary>Closes the event; later calls do nothing.</summary>
    public void Dispose()
    {
        int open = Interlocked.Exchange(ref fd, -1);
        if (open >= 0)
            Unistd.close(open);
    }
}
