namespace Bench.Interop.Perf;

/// <summary>Numbers of the records that the ring holds (perf_event_open(2); include/uapi/linux/perf_event.h).</summary>
public static class PerfRecord
{
    /// <summary>There was no room for records.</summary>
    public const uint PERF_RECORD_LOST = 2;

    /// <summary>The kernel stopped the event until the next tick, since it fired too often.</summary>
    public const uint PERF_RECORD_THROTTLE = 5;

    /// <summary>A sample.</summary>
    public const uint PERF_RECORD_SAMPLE = 9;

    /// <summary>Samples that hardware lost.</summary>
    public const uint PERF_RECORD_LOST_SAMPLES = 13;

    /// <summary>Bits of perf_event_header.misc that say in which mode the processor was.</summary>
    public const ushort PERF_RECORD_MISC_CPUMODE_MASK = 7;

    /// <summary>perf_event_header.misc: in the kernel.</summary>
    public const ushort PERF_RECORD_MISC_KERNEL = 1;

    /// <summary>A sample holds the instruction's address.</summary>
    public const ulong PERF_SAMPLE_IP = 1 << 0;

    /// <summary>A sample holds the call chain, from the instruction outwards.</summary>
    public const ulong PERF_SAMPLE_CALLCHAIN = 1 << 5;

    /// <summary>In a chain: what follows are the kernel's addresses.</summary>
    public const ulong PERF_CONTEXT_KERNEL = unchecked((ulong)-128L);

    /// <summary>In a chain: no address but a sign of what follows, from this number on.</summary>
    public const ulong PERF_CONTEXT_MAX = unchecked((ulong)-4095L);
}
