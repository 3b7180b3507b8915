using Bench.Results.Data;

namespace Bench.Results.Metrics;

/// <summary>A made-up metric of a reading of its own: see <c>TimestampReading</c>.</summary>
internal sealed class Timestamps : Metric
{
    public override string Id => "timestamps";

    public override int Rank => -2;

    public override MetricWords Words { get; } =
        new("timestamps, around it", "timestamps, never by itself", "timestamps around it", "timestamps", "by timestamps")
        {
            Heading = "Timestamps {0}",
            Meaning = "time between two timestamps",
        };

    protected override double? OfIteration(Iteration iteration, BenchmarkRow row) => iteration.PerOperation("TimestampNanoseconds");
}
