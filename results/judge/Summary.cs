using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>One row of one run on its own: the centre and how sure it is.</summary>
/// <param name="Centre">Median of the per-launch medians.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
/// <param name="Launches">Launches behind it.</param>
public sealed record Summary(double Centre, double Lower, double Upper, int Launches)
{
    /// <summary>Whether the interval speaks of the iterations of one launch only, and not of what the next launch would show.</summary>
    public bool WithinOneLaunch => Launches == 1;

    /// <summary>Median of the per-launch medians.</summary>
    public static double Median(BenchmarkRow row) => Median(row.Launches);

    /// <summary>Summarises a row.</summary>
    public static Summary Of(BenchmarkRow row)
    {
        var median = Median(row);
        IEnumerable<double> values = row.Launches.Count > 1 ? row.Launches.Select(l => l.Median) : row.Launches[0].Values;
        var logs = values.Select(v => Math.Log(v)).ToArray();
        if (logs.Length < 2)
            return new Summary(median, median, median, row.Launches.Count);
        var centre = Judge.Centre.Of(logs);
        var margin = centre.FromZero().Margin;
        // The trimmed mean and the median differ a little: the interval must not exclude the number shown beside it.
        return new Summary(median, Math.Min(median, Math.Exp(centre.Value - margin)), Math.Max(median, Math.Exp(centre.Value + margin)), row.Launches.Count);
    }

    private static double Median(IReadOnlyList<Launch> launches) =>
        Quantiles.Median(launches.Select(l => l.Median));
}
