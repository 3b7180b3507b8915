using Bench.Results.Data;

namespace Bench.Results.Metrics;

/// <summary>A made-up metric of readings that exist: thread CPU time of a launch's slowest iteration.</summary>
internal sealed class Slowest : Metric
{
    public override string Id => "slowest";

    // Below the wall's: it judges only where it is asked for.
    public override int Rank => -1;

    public override MetricWords Words { get; } =
        new("slowest, of the slowest iteration", "slowest, never by itself", "slowest iteration", "slowest", "by the slowest iteration")
        {
            Heading = "Slowest {0}",
            Meaning = "thread CPU time of the slowest iteration",
        };

    protected override double? OfIteration(Iteration iteration, BenchmarkRow row) => Cpu.Of(iteration);

    protected override double Summarise(IReadOnlyList<double> iterations) => iterations.Max();
}
