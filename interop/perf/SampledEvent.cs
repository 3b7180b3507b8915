using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Syscalls;

namespace Bench.Interop.Perf;

/// <summary>
/// An event that samples where the calling thread is, in the kernel and outside of it, with the kernel's call chains (perf_event_open(2)).
/// It is off until it is switched on; the thread that opened it takes its samples.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe partial class SampledEvent : IDisposable
{
    private const uint PERF_TYPE_HARDWARE = 0;
    private const ulong PERF_COUNT_HW_CPU_CYCLES = 0, PERF_COUNT_SW_CPU_CLOCK = 0;

    // include/uapi/linux/perf_event.h: _IO('$', 0) and _IO('$', 1).
    private const nuint PERF_EVENT_IOC_ENABLE = 0x2400, PERF_EVENT_IOC_DISABLE = 0x2401;

    private const ulong Disabled = 1 << 0, ExcludeCallchainUser = 1 << 22;

    // Offsets of data_head and data_tail in struct perf_event_mmap_page.
    private const int HeadOffset = 1024, TailOffset = 1032;

    // A second's samples take two to three MiB; who has no CAP_IPC_LOCK may have perf_event_mlock_kb, usually half a MiB.
    private const int MostPages = 4096, LeastPages = 16;

    private readonly int fd;
    private readonly Mapping mapping;
    private readonly RecordRing ring;
    private bool disposed;

    private SampledEvent(int fd, Mapping mapping, string name)
    {
        (this.fd, this.mapping, Name) = (fd, mapping, name);
        byte* page = mapping.Address;
        byte* data = page + PageSize.Bytes;
        ring = new RecordRing((ulong*)(page + HeadOffset), (ulong*)(page + TailOffset), data, mapping.Length - (nuint)PageSize.Bytes);
    }

    /// <summary>The event, as perf(1) names it: cycles where the processor counts them, else cpu-clock.</summary>
    public string Name { get; }

    /// <summary>Whether it is a timer, which can't fire while interrupts are off.</summary>
    public bool IsTimer { get; private init; }

    /// <summary>The event for the calling thread; null with the reason where the system forbids or lacks it.</summary>
    /// <param name="hertz">Samples a second of running; of cycles as if there were 3,000,000,000 a second.</param>
    /// <param name="reason">Why there is none, and what would help.</param>
    public static SampledEvent? TryOpen(int hertz, out string reason)
    {
        ulong cycles = 3_000_000_000UL / (ulong)hertz, nanoseconds = 1_000_000_000UL / (ulong)hertz;
        int fd = Open(PERF_TYPE_HARDWARE, PERF_COUNT_HW_CPU_CYCLES, cycles);
        bool timer = fd < 0;
        if (timer)
            fd = Open(PerfEvent.PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CPU_CLOCK, nanoseconds);
        reason = fd < 0 ? WhyNot(Marshal.GetLastPInvokeError()) : "";
        if (fd < 0)
            return null;
        for (int pages = MostPages; ; pages /= 2)
        {
            try
            {
                return new SampledEvent(fd, Mapping.Shared(fd, pages + 1), timer ? "cpu-clock" : "cycles") { IsTimer = timer };
            }
            catch (SystemError) when (pages > LeastPages)
            {
                // Fewer may be allowed.
            }
            catch (SystemError e)
            {
                Unistd.close(fd);
                reason = $"the ring of perf_event_open: {e.Message}; sysctl kernel.perf_event_mlock_kb says how much of it one may have";
                return null;
            }
        }
    }

    /// <summary>Switches it on.</summary>
    /// <exception cref="SystemError">ioctl(2) failed.</exception>
    public void Enable() => Control(PERF_EVENT_IOC_ENABLE);

    /// <summary>Switches it off.</summary>
    /// <exception cref="SystemError">ioctl(2) failed.</exception>
    public void Disable() => Control(PERF_EVENT_IOC_DISABLE);

    /// <summary>Moves what was sampled into <paramref name="samples"/>.</summary>
    /// <exception cref="InvalidDataException">The ring holds what can't be a record.</exception>
    public void MoveTo(TakenSamples samples)
    {
        while (ring.TryTake(out var record))
            samples.Add(record);
    }

    /// <summary>Unmaps and closes; later calls do nothing.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        mapping.Dispose();
        Unistd.close(fd);
    }

    private static int Open(uint type, ulong config, ulong period)
    {
        var attr = new perf_event_attr
        {
            type = type,
            size = (uint)sizeof(perf_event_attr),
            config = config,
            sample_period = period,
            sample_type = PerfRecord.PERF_SAMPLE_IP | PerfRecord.PERF_SAMPLE_CALLCHAIN,
            flags = Disabled | ExcludeCallchainUser,
        };
        return (int)Libc.syscall(SyscallNumbers.Current.PerfEventOpen, (nint)(&attr), 0, -1, -1, 0, 0);
    }

    private static string WhyNot(int errno) => new SystemError("perf_event_open", errno).Message + errno switch
    {
        Errno.ENOSYS => ": this kernel has no perf events (CONFIG_PERF_EVENTS), or a seccomp filter hides them",
        Errno.EACCES or Errno.EPERM => ": to sample the kernel needs root (CAP_PERFMON) or sysctl kernel.perf_event_paranoid=1; "
            + "a container's seccomp filter or lockdown=confidentiality may forbid it to root, too",
        _ => "",
    };

    private void Control(nuint request)
    {
        if (ioctl(fd, request, 0) != 0)
            throw SystemError.Last("ioctl of a perf event");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int fd, nuint request, nint argument);
}
