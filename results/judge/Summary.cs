using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>One row of one run on its own: the centre and how sure it is.</summary>
/// <param name="Centre">See <see cref="CentreOf"/>.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
/// <param name="Launches">Launches behind it.</param>
public sealed record Summary(double Centre, double Lower, double Upper, int Launches)
{
    /// <summary>Whether the interval speaks of the iterations of one launch only, and not of what the next launch would show.</summary>
    public bool WithinOneLaunch => Launches == 1;

    /// <summary>The centre of the launches: see <see cref="Centres.HodgesLehmann"/>.</summary>
    public static double CentreOf(BenchmarkRow row) => Centres.HodgesLehmann([.. row.Launches.Select(l => l.Median)]);

    /// <summary>Summarises a row.</summary>
    public static Summary Of(BenchmarkRow row)
    {
        double reported = CentreOf(row);
        var values = row.Launches.Count > 1 ? row.Launches.Select(l => l.Median) : row.Launches[0].Values;
        double[] logs = values.Select(v => Math.Log(v)).ToArray();
        if (logs.Length < 2)
            return new Summary(reported, reported, reported, row.Launches.Count);
        var centre = Judge.Centre.Of(logs);
        double margin = centre.FromZero().Margin;
        // The trimmed mean and this centre differ a little: the interval must not exclude the number shown beside it.
        return new Summary(reported, Math.Min(reported, Math.Exp(centre.Value - margin)),
            Math.Max(reported, Math.Exp(centre.Value + margin)), row.Launches.Count);
    }
}
