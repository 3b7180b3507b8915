using System.Diagnostics;
using Bench.Record;
using Bench.Workloads.Contracts;

namespace Bench.Measuring;

/// <summary>Wraps a workload's action so that every call is metered, and those of the main run are kept.</summary>
/// <param name="meter">Read before and after each call.</param>
/// <param name="slices">Calls in slices; null where that tells nothing.</param>
/// <param name="operationsPerInvocation">Operations of one invocation.</param>
/// <param name="unrollFactor">Invocations of one repetition of an unrolled action.</param>
internal sealed class MeteredActions(IThreadMeter meter, Slices? slices, long operationsPerInvocation, int unrollFactor)
{
    /// <summary>Iterations for which there is room.</summary>
    public const int MostIterations = 1024;

    // Room for every iteration that BenchmarkDotNet may make (MaxIterationCount is 100), so that nothing grows while it counts.
    private readonly List<IterationCounts> kept = new(MostIterations);
    private long timedTicks;

    /// <summary>Whether the main run is on.</summary>
    public bool MainRun { get; set; }

    public IReadOnlyList<IterationCounts> Kept => kept;

    public double TimedNanoseconds => timedTicks * (1e9 / Stopwatch.Frequency);

    /// <summary>Adds to the iteration that has just ended what the yardsticks showed beside it.</summary>
    public void Keep(YardstickReading reading)
    {
        if (MainRun)
            kept[^1] = kept[^1] with { CallNanoseconds = reading.Call, ClearNanoseconds = reading.Clear };
    }

    public Action<long> Unrolled(Action<long> action) => count => Meter(action, count, unrollFactor);

    public Action<long> Single(Action<long> action) => count => Meter(action, count, 1);

    private void Meter(Action<long> action, long count, int unroll)
    {
        var before = meter.Read();
        long start = Stopwatch.GetTimestamp();
        double? quickest = slices?.Run(action, count);
        if (slices is null)
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
                after.InvoluntarySwitches - before.InvoluntarySwitches)
            {
                QuietNanoseconds = quickest / (unroll * operationsPerInvocation),
            });
        }
    }
}
