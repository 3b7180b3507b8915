using System.Diagnostics;

namespace Bench.Measuring;

/// <summary>Wraps a workload's action so that every call is metered, and those of the main run are kept.</summary>
internal sealed class MeteredActions(IThreadMeter meter, long operationsPerInvocation, int unrollFactor)
{
    // Room for every iteration that BenchmarkDotNet may make (MaxIterationCount is 100), so that nothing grows while it counts.
    private readonly List<IterationCounts> kept = new(1024);
    private long timedTicks;

    /// <summary>Whether the main run is on.</summary>
    public bool MainRun { get; set; }

    public IReadOnlyList<IterationCounts> Kept => kept;

    public double TimedNanoseconds => timedTicks * (1e9 / Stopwatch.Frequency);

    /// <summary>Adds to the iteration that has just ended what a function call cost beside it.</summary>
    public void KeepCall(double nanoseconds)
    {
        if (MainRun)
            kept[^1] = kept[^1] with { CallNanoseconds = nanoseconds };
    }

    public Action<long> Unrolled(Action<long> action) => count => Meter(action, count, unrollFactor);

    public Action<long> Single(Action<long> action) => count => Meter(action, count, 1);

    private void Meter(Action<long> action, long count, int unroll)
    {
        var before = meter.Read();
        long start = Stopwatch.GetTimestamp();
        action(count);
        long ticks = Stopwatch.GetTimestamp() - start;
        var after = meter.Read();

        timedTicks += ticks;
        if (MainRun)
        {
            kept.Add(new IterationCounts(
                count * unroll * operationsPerInvocation,
                ticks * (1e9 / Stopwatch.Frequency),
                after.CpuNanoseconds - before.CpuNanoseconds,
                after.Faults - before.Faults,
                after.MajorFaults - before.MajorFaults,
                after.InvoluntarySwitches - before.InvoluntarySwitches));
        }
    }
}
