using Bench.Results.Statistics;

namespace Bench.Results.Data;

/// <summary>What one process launch measured for one benchmark, per operation.</summary>
public sealed record Launch
{
    /// <summary>Median per operation, in the run's unit.</summary>
    public required double Median { get; init; }

    /// <summary>Relative interquartile range of the iterations: (q3 - q1) / median.</summary>
    public required double Spread { get; init; }

    /// <summary>How many iterations it is the median of.</summary>
    public required int Iterations { get; init; }

    /// <summary>Median thread CPU time per operation in ns, where it was recorded.</summary>
    public double? CpuMedian { get; init; }

    /// <summary>
    /// Thread CPU time per operation in plain function calls, each iteration by the call measured beside it: the median, where it was recorded.
    /// </summary>
    public double? InCalls { get; init; }

    /// <summary>Thread CPU time per operation in ns in the quickest slice of all iterations, where slices were timed and the launch was quiet.</summary>
    public double? Quiet { get; init; }

    /// <summary>What a plain function call took beside the iteration where it was quickest, in ns, where it was measured.</summary>
    public double? QuickestCall { get; init; }

    /// <summary>The iterations themselves; empty when read from a saved baseline.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>Summarises a launch's iterations.</summary>
    public static Launch Of(IReadOnlyList<double> perOperation, IReadOnlyList<double>? cpuPerOperation = null, IReadOnlyList<double>? inCalls = null)
    {
        var sorted = perOperation.Order().ToArray();
        var median = Quantiles.OfSorted(sorted, 0.5);
        return new Launch
        {
            Median = median,
            Spread = (Quantiles.OfSorted(sorted, 0.75) - Quantiles.OfSorted(sorted, 0.25)) / median,
            Iterations = sorted.Length,
            CpuMedian = cpuPerOperation is { Count: > 0 } ? Quantiles.Median(cpuPerOperation) : null,
            InCalls = inCalls is { Count: > 0 } ? Quantiles.Median(inCalls) : null,
            Values = perOperation,
        };
    }
}
