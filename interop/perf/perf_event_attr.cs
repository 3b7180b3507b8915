using System.Runtime.InteropServices;

namespace Bench.Interop.Perf;

/// <summary>struct perf_event_attr, version 0 (perf_event_open(2), PERF_ATTR_SIZE_VER0): 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
public struct perf_event_attr
{
    /// <summary>PERF_TYPE_*.</summary>
    public uint type;

    /// <summary>Bytes in this struct.</summary>
    public uint size;

    /// <summary>Which event of the type.</summary>
    public ulong config;

    /// <summary>Sampling period: events, or nanoseconds of a clock; 0 counts only.</summary>
    public ulong sample_period;

    /// <summary>What a sample holds: PERF_SAMPLE_*.</summary>
    public ulong sample_type;

    /// <summary>What read(2) gives.</summary>
    public ulong read_format;

    /// <summary>
    /// Bit field: disabled 0, inherit 1, pinned 2, exclusive 3, exclude_user 4, exclude_kernel 5, exclude_hv 6, exclude_callchain_user 22.
    /// </summary>
    public ulong flags;
}
