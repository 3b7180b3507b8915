using Bench.Results.Data;

namespace Bench.Results.Metrics;

/// <summary>CPU time of the measuring thread: what neighbours who take turns on the processor leave alone.</summary>
internal sealed class Cpu : Metric
{
    public override string Id => "cpu";

    public override int Rank => 1;

    public override BaselineColumn Column { get; } = new("CpuMedians", BaselinePlace.AfterTitle);

    public override MetricWords Words { get; } =
        new("cpu, of what is measured", "cpu for rows that never wait", "CPU time", "CPU", "by CPU time")
        {
            Heading = "CPU {0}",
            Meaning = "thread CPU time, which other processes do not add to",
            IsDetail = true,
            OfTimes = (rows, all) => rows == all
                ? " Times are CPU time, which other processes do not add to."
                : $" Times of {rows} rows, which never wait, are CPU time; of the others, the wall's.",
        };

    public override bool StandsAlone => true;

    // Of a row that waits for others by design, the CPU time is not what the operation costs.
    public override bool Means(BenchmarkRow row) => !row.Waits;

    public override double? ShareSeen(BenchmarkRow row) => Share(row);

    /// <summary>The largest share of a launch's time that was spent on the processor; null where none recorded it.</summary>
    public static double? Share(BenchmarkRow row) => row.Launches.Max(launch => Of(launch) / launch.Times[Launch.Wall]);

    /// <summary>That of a launch, in ns; null where it was not recorded.</summary>
    public static double? Of(Launch launch) => launch.Times["cpu"];

    /// <summary>That of an iteration per operation; null where it was not recorded, or is less than the clock can tell.</summary>
    public static double? Of(Iteration iteration) => iteration["CpuNanoseconds"] > 0 ? iteration.PerOperation("CpuNanoseconds") : null;

    protected override double? OfIteration(Iteration iteration, BenchmarkRow row) => Of(iteration);
}
