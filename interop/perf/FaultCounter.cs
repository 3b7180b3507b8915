using System.Runtime.Versioning;
using Bench.Interop.Resources;

namespace Bench.Interop.Perf;

/// <summary>
/// Minor faults of the calling thread. perf's software event counts traps only; getrusage(2), the fallback, also counts the pages that
/// MADV_POPULATE_WRITE faults in from inside the kernel (mm/memory.c, mm_account_fault).
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class FaultCounter : IDisposable
{
    private readonly PerfEvent? trap;

    private FaultCounter(PerfEvent? trap, string why)
    {
        this.trap = trap;
        WhyNotPerf = trap is null ? why : null;
    }

    /// <summary>Whether only traps are counted (perf), not faults raised inside the kernel (getrusage).</summary>
    public bool CountsTrapsOnly => trap is not null;

    /// <summary>The counter in use, for reports.</summary>
    public string Source => CountsTrapsOnly ? "perf software event minor-faults" : "getrusage(RUSAGE_THREAD)";

    /// <summary>Why perf is not used, where it isn't.</summary>
    public string? WhyNotPerf { get; }

    /// <summary>A counter for the calling thread; read it on that thread only.</summary>
    public static FaultCounter Open() => new(PerfEvent.TryOpen(PerfEvent.PERF_COUNT_SW_PAGE_FAULTS_MIN, out string why), why);

    internal static FaultCounter OpenFallback() => new(null, "asked for");

    /// <summary>Minor faults so far.</summary>
    public long Read() => trap?.Read() ?? Resource.OfThread().ru_minflt;

    /// <summary>Closes the counter.</summary>
    public void Dispose() => trap?.Dispose();
}
