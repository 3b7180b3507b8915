using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Statistics;
using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace Bench.Results.Judge;

/// <summary>Learns from launches of identical code what this machine can't tell from noise.</summary>
public static class Calibration
{
    /// <summary>Fewest rounds to learn anything from.</summary>
    public const int LeastRounds = 3;

    private const double Confidence = 0.99;

    // Wilder launches than a file can say are no wiser.
    private const double MostFloor = 1e6;

    /// <summary>The run with every row's noise filled in from its launches.</summary>
    /// <exception cref="ReadException">A row has too few launches.</exception>
    public static Run Learn(Run run) => run with
    {
        Rows = [.. run.Rows.Select(row => row.Launches.Count >= LeastRounds
            ? row with { Noise = Of(MetricSet.Of(run).See(row, MetricSet.Of(run).Own(row)).Launches) }
            : throw new ReadException(run.Source, $"{row.FullName} has {row.Launches.Count} launches: a calibration needs {LeastRounds}"))],
    };

    /// <summary>The floor is what two single launches of identical code differ by in 99 of 100 cases.</summary>
    public static Noise Of(IReadOnlyList<Launch> launches)
    {
        double[] logs = [.. launches.Select(l => Math.Log(l.Median))];
        // Not trimmed: what is to be told from noise must be told from wild launches too.
        double deviation = SampleDeviation.Of(logs);
        double quantile = new StudentDistribution(logs.Length - 1).Quantile((1 + Confidence) / 2);
        return new Noise(launches.Count, deviation, Math.Min(MostFloor, Math.Exp(quantile * deviation * Math.Sqrt(2)) - 1));
    }

    /// <summary>
    /// What the two sides of <paramref name="pair"/> must differ by to be told apart, by the calibration of the old one; 0 without one. In
    /// ns it is the floor of single launches: those of one run share its minute, so more of them don't average a slow minute away. Where
    /// the minute is not in a metric, more launches tell less apart.
    /// </summary>
    public static double Floor(RowPair pair, Metric metric)
    {
        if (pair.Base.Noise is not { } noise)
            return 0;
        return metric.HoldsTheMinute ? noise.Floor
            : Math.Pow(1 + noise.Floor, Math.Sqrt((1.0 / pair.Base.Launches.Count + 1.0 / pair.Head.Launches.Count) / 2)) - 1;
    }

    /// <summary><paramref name="run"/> with the noise that <paramref name="calibrated"/> learnt for rows of the same name.</summary>
    public static Run Adopt(Run run, Run calibrated)
    {
        var noise = calibrated.Rows.ToDictionary(r => r.FullName, r => r.Noise);
        return run with { Rows = [.. run.Rows.Select(row => row with { Noise = noise.GetValueOrDefault(row.FullName) ?? row.Noise })] };
    }
}
