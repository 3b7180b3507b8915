using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Metrics;

/// <summary>Time on the wall: what a user waits for.</summary>
internal sealed class Wall : Metric
{
    public override string Id => Launch.Wall;

    public override int Rank => 0;

    public override BaselineColumn Column { get; } = new("Medians", BaselinePlace.Medians);

    public override MetricWords Words { get; } = new("wall", "wall", "time", "wall", "by wall time");

    public override bool StandsAlone => true;

    // BenchmarkDotNet's own measurements, which plain reports have, too.
    public override double? OfLaunch(Launch launch, BenchmarkRow row) => Quantiles.Median(launch.Values);

    protected override double? OfIteration(Iteration iteration, BenchmarkRow row) => null;
}
