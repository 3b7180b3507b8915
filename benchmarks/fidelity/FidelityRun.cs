using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Processes;
using Bench.Interop.Syscalls;
using Bench.Machine;
using Bench.Workloads.Faults;

namespace Bench.Fidelity;

/// <summary>Builds the C loops and measures every loop against its twin, on one processor.</summary>
[SupportedOSPlatform("linux")]
internal static class FidelityRun
{
    private const long LargestRegion = 256L << 20;

    // Fits a large cache: the warm rows would no longer say what the suite's do.
    private const long SmallestRegion = 64L << 20;

    public static FidelityResult Measure(CCompiler compiler, int pairs, Action<LoopResult> progress)
    {
        long bytes = RegionBytes()
            ?? throw new InsufficientMemoryException($"less than {SmallestRegion >> 20} MiB to be had for the touched region");
        int pages = (int)(bytes / PageSize.Bytes);
        using var c = CLoops.Build(compiler);
        using var raw = RawSyscall.Create();
        using var pin = PinnedThread.Pin();
        Region.WarmPhysicalMemory(pages);

        var results = new List<LoopResult>();
        foreach (var create in LoopCatalogue.All(c, raw, pages))
        {
            using var loop = create();
            var result = LoopResult.Of(loop, TwinTimer.Measure(loop, pairs));
            results.Add(result);
            progress(result);
        }
        return new FidelityResult(pairs, bytes, pin.Processor, LoopCatalogue.LeftOut(raw), results);
    }

    private static long? RegionBytes()
    {
        var budget = MemoryBudget.Read();
        for (long bytes = LargestRegion; bytes >= SmallestRegion; bytes /= 2)
        {
            if (budget.WhyTooLarge(bytes) is null)
                return bytes;
        }
        return null;
    }
}
