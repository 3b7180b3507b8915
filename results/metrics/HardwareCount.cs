using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Metrics;

/// <summary>
/// What the processor counted per operation while the measuring thread was in one mode: shown and kept in baselines, and judged by nobody.
/// A new one is a new subclass; the reading that it is of is <c>HardwareReading</c>'s.
/// </summary>
/// <param name="mode">"user" or "kernel".</param>
/// <param name="reading">The reading's name in reports.</param>
/// <param name="words">What is counted, for people.</param>
internal abstract class HardwareCount(string mode, string reading, string words) : MeasuredTime
{
    /// <summary>"user-page-walks".</summary>
    public override string Id { get; } = $"{mode}-{words.Replace(' ', '-').ToLowerInvariant()}";

    /// <summary>The reading's name.</summary>
    public string Reading => reading;

    /// <summary>Heading of its column.</summary>
    public string Heading => $"{words}, {mode}";

    /// <summary>What the cells of that column mean.</summary>
    public string Meaning =>
        $"{words} of one operation while the thread was in {(mode == "user" ? "user mode" : "the kernel")}, by the processor's counters; "
        + "where they were fewer than events, as if each had been counted all the time";

    /// <summary>That of a row, the median of its launches; null where none has it.</summary>
    public double? CentreOf(BenchmarkRow row)
    {
        double[] counted = [.. row.Launches.Select(launch => launch.Times[Id]).OfType<double>()];
        return counted.Length == 0 ? null : Quantiles.Median(counted);
    }

    /// <summary>The median of the iterations; null where there is none, or nearly nothing was counted.</summary>
    public override double? OfLaunch(Launch launch, BenchmarkRow row)
    {
        double[] iterations =
            [.. launch.Readings?.Iterations.Select(iteration => iteration.PerOperation(reading)).OfType<double>() ?? []];
        if (iterations.Length == 0)
            return null;
        double median = Quantiles.Median(iterations);
        return median < Limits.LeastTime ? null : median;
    }
}
