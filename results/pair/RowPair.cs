
using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Pair;

/// <summary>The same benchmark on both sides.</summary>
/// <param name="Base">The old side.</param>
/// <param name="Head">The new side.</param>
public sealed record RowPair(BenchmarkRow Base, BenchmarkRow Head)
{
    /// <summary>Both sides as seen by <paramref name="metric"/>.</summary>
    /// <exception cref="ReadException">One doesn't have that time.</exception>
    public RowPair By(Metric metric, MetricSet metrics) => new(metrics.See(Base, metric), metrics.See(Head, metric));

    /// <summary>By which of <paramref name="metrics"/> the pair is judged: the one asked for, else the one that tells.</summary>
    public Metric Choose(Metric? asked, MetricSet metrics, Circumstances beside) => asked ?? metrics.Telling(Base, Head, beside);
}

/// <summary>An environment fact that both sides state differently, or only one of them states.</summary>
/// <param name="Label">What differs.</param>
/// <param name="Base">The old side's value; null when it doesn't say.</param>
/// <param name="Head">The new side's value; null when it doesn't say.</param>
/// <param name="Matters">Whether runs that differ here can't be compared. A side that doesn't say can't be found to differ.</param>
public sealed record EnvironmentDifference(string Label, string? Base, string? Head, bool Matters);
