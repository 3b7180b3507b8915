using Bench.Measuring;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Jobs;

namespace Bench.Planning;

/// <summary>
/// What a row takes, in seconds, as far as a pilot knows: a launch with its set-up, and each iteration with what surrounds its clock.
/// </summary>
/// <param name="Row">The row's name.</param>
/// <param name="Class">How its class is measured.</param>
internal sealed record RowCost(string Row, SuiteJobAttribute Class)
{
    /// <summary>Launches of the row.</summary>
    public int Launches { get; init; } = 1;

    /// <summary>A launch without iterations, whatever the region.</summary>
    public double Launch { get; init; }

    /// <summary>A launch's set-up, for each byte of the region.</summary>
    public double LaunchPerByte { get; init; }

    /// <summary>Iterations before those that count: warming up, compiling, and finding how many invocations fill one.</summary>
    public double Unmeasured { get; init; }

    /// <summary>An iteration, whatever the region.</summary>
    public double Iteration { get; init; }

    /// <summary>An iteration, for each byte of the region.</summary>
    public double IterationPerByte { get; init; }

    /// <summary>Bytes of the region that an iteration goes over at most.</summary>
    public long MostBytes { get; init; } = long.MaxValue;

    /// <summary>All launches of the row.</summary>
    public double Seconds(Step step) =>
        Launches
            * (Launch + (LaunchPerByte * step.RegionBytes)
                + (Iterations(step.Effort) * (Iteration + (IterationPerByte * Math.Min(step.RegionBytes, MostBytes)))));

    private double Iterations(Effort effort) => Unmeasured + Class.Over(Job.Default, Launches, effort).Run.IterationCount;
}
