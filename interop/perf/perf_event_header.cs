using System.Runtime.InteropServices;

namespace Bench.Interop.Perf;

/// <summary>struct perf_event_header (perf_event_open(2), "MMAP layout"): how every record in the ring begins.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct perf_event_header
{
    /// <summary>PERF_RECORD_*.</summary>
    public uint type;

    /// <summary>The processor's mode, and bits of the type.</summary>
    public ushort misc;

    /// <summary>Bytes of the record, this header included; a multiple of 8.</summary>
    public ushort size;
}
