using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Syscalls;

namespace Bench.Interop.Perf;

/// <summary>A counting event of the calling thread (perf_event_open(2)).</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class PerfEvent : IPerfCounter
{
    /// <summary>Type of the kernel's own events.</summary>
    public const uint PERF_TYPE_SOFTWARE = 1;

    /// <summary>Minor page faults taken by trap.</summary>
    public const ulong PERF_COUNT_SW_PAGE_FAULTS_MIN = 5;

    private const ulong ExcludeUser = 1 << 4, ExcludeKernel = 1 << 5, ExcludeHypervisor = 1 << 6;

    private int fd;

    private PerfEvent(int fd) => this.fd = fd;

    /// <summary>
    /// Opens the software event for the calling thread, wherever it runs; null with the reason where the system forbids or lacks it.
    /// </summary>
    /// <param name="config">PERF_COUNT_SW_*.</param>
    /// <param name="reason">perf_event_open's error: EACCES or EPERM (perf_event_paranoid, seccomp), ENOSYS, ENOENT.</param>
    public static PerfEvent? TryOpen(ulong config, out string reason) =>
        // Faults are taken in user mode; leaving the kernel out is what an unprivileged user may ask for (perf_event_paranoid 2).
        TryOpen(PERF_TYPE_SOFTWARE, config, ExcludeKernel, 0, out reason);

    /// <summary>
    /// Opens an event of a type that counts in one mode only, to be read by <see cref="ReadCount"/>; null with the reason, as above, also
    /// where the processor shows no counters to this machine.
    /// </summary>
    public static PerfEvent? TryOpen(uint type, ulong config, PrivilegeMode mode, out string reason) =>
        TryOpen(type, config, mode == PrivilegeMode.User ? ExcludeKernel : ExcludeUser, PerfCount.Format, out reason);

    private static PerfEvent? TryOpen(uint type, ulong config, ulong excluded, ulong format, out string reason)
    {
        var attr = new perf_event_attr
        {
            type = type,
            size = (uint)sizeof(perf_event_attr),
            config = config,
            read_format = format,
            flags = excluded | ExcludeHypervisor
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

    /// <inheritdoc/>
    public PerfCount ReadCount()
    {
        byte* read = stackalloc byte[PerfCount.Bytes];
        nint bytes = Unistd.read(fd, read, PerfCount.Bytes);
        return bytes >= 0 ? PerfCount.Parse(new ReadOnlySpan<byte>(read, (int)bytes)) : throw SystemError.Last("read of a perf event");
    }

    /// <summary>Closes the event; later calls do nothing.</summary>
    public void Dispose()
    {
        int open = Interlocked.Exchange(ref fd, -1);
        if (open >= 0)
            Unistd.close(open);
    }
}
