using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Probes;

/// <summary>How many pages of a file in the page cache one read fault maps (mm/memory.c, do_fault_around()).</summary>
/// <param name="Pages">At least 1, a power of two.</param>
public sealed record FaultAround(int Pages)
{
    private const int UsualBytes = 65536;

    /// <summary>
    /// This machine's, tried when it is first asked for: its setting is a file that only root may read, and only where debugfs is mounted.
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static Lazy<FaultAround> Here { get; } = new(() => new FaultAroundProbe().Try());

    /// <summary>The kernel's default, an aligned 64 KiB.</summary>
    [SupportedOSPlatform("linux")]
    public static FaultAround Usual => new(Math.Max(1, UsualBytes / PageSize.Bytes));
}
