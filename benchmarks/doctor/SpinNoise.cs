using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bench.Interop.Processes;
using Bench.Machine.Readers;

namespace Bench.Doctor;

/// <summary>How evenly the machine runs the same loop again and again. Whatever varies is the machine's doing.</summary>
/// <param name="Rounds">How often the loop ran.</param>
/// <param name="MedianMicroseconds">What it usually took.</param>
/// <param name="P99Ratio">99th percentile over median: how far interruptions reach into short measurements.</param>
/// <param name="DriftRatio">Slowest tenth of the time over the fastest, by their medians: how far the speed itself wanders.</param>
/// <param name="WorstMilliseconds">The longest it took.</param>
/// <param name="StolenPercent">Share of all processors' time that the host kept from this machine; null where the system doesn't
/// say.</param>
internal sealed record SpinNoise(int Rounds, double MedianMicroseconds, double P99Ratio, double DriftRatio, double WorstMilliseconds,
    double? StolenPercent)
{
    // About 20 microseconds: shorter than a scheduler's tick, so that most rounds see none and the median is the undisturbed loop.
    private const int Steps = 20_000;
    private const int Parts = 10;

    /// <summary>Spins for <paramref name="duration"/> on the processor that benchmarks would be measured on.</summary>
    public static SpinNoise Measure(SystemTree tree, TimeSpan duration)
    {
        using var pinned = PinnedThread.Pin();
        var ticks = new List<long>(1 << 17);
        // Until the loop's code is the optimised one.
        for (int warm = 0; warm < 200; warm++)
            Loop(Steps);

        var (stolenBefore, allBefore) = CpuTime(tree);
        long start = Stopwatch.GetTimestamp(), end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        for (long before = start; before < end;)
        {
            Loop(Steps);
            long after = Stopwatch.GetTimestamp();
            ticks.Add(after - before);
            before = after;
        }
        var (stolenAfter, allAfter) = CpuTime(tree);

        var sorted = ticks.Order().ToList();
        double median = sorted[sorted.Count / 2];
        var parts = ticks.Chunk((ticks.Count + Parts - 1) / Parts).Select(part => part.Order().ElementAt(part.Length / 2)).ToList();
        double microseconds = 1e6 / Stopwatch.Frequency;
        return new SpinNoise(ticks.Count, median * microseconds, sorted[(int)(sorted.Count * 0.99)] / median,
            (double)parts.Max() / parts.Min(),
            sorted[^1] * microseconds / 1000, allAfter > allBefore ? 100.0 * (stolenAfter - stolenBefore) / (allAfter - allBefore) : null);
    }

    // Each step needs the one before, so the time is the processor's clock and nothing else.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static uint Loop(int steps)
    {
        uint state = 1;
        for (int step = 0; step < steps; step++)
            state = state * 1664525 + 1013904223;
        return state;
    }

    // "cpu user nice system idle iowait irq softirq steal guest ..." (proc_stat(5)); guest time is in user already.
    private static (long? Stolen, long? All) CpuTime(SystemTree tree)
    {
        string[] words = (tree.Line("/proc/stat") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long?[] times = [.. words.Skip(1).Take(8).Select(KernelNumbers.Whole)];
        return times.Length == 8 && words[0] == "cpu" ? (times[7], times.Sum()) : default;
    }
}
