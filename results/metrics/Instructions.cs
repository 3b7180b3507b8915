using Bench.Results.Data;

namespace Bench.Results.Metrics;

/// <summary>
/// Executed instructions: what the wall's clock counts in a guest that is emulated so. There is nobody else on the processor, and no time.
/// </summary>
internal sealed class Instructions : Metric
{
    public override string Id => "instructions";

    public override int Rank => 4;

    public override string Key => Launch.Wall;

    public override bool IsHeld => false;

    public override bool IsExact => true;

    public override MetricWords Words { get; } =
        new("instructions", "instructions where a run counts them", "instructions", "instructions", "by instructions");

    public override bool Claims(string unit) => unit == Units.Instructions;

    public override bool Suits(BenchmarkRow row) => false;

    public override double? SpeedBeside(BenchmarkRow row) => null;

    protected override double? OfIteration(Iteration iteration, BenchmarkRow row) => null;
}
