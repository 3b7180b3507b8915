using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>By how much the reported centre of one row varies between runs of the same thing.</summary>
/// <param name="Row">The row, as the first run has it.</param>
/// <param name="Variations">
/// By each metric the coefficient of variation, standard deviation / mean, by ascending rank; null where a run doesn't have that time of
/// the row.
/// </param>
public sealed record Repeatability(BenchmarkRow Row, IReadOnlyList<(Metric Metric, double? Variation)> Variations)
{
    /// <summary>By the time that suits the row best: the last that it has.</summary>
    public double Best => Variations.Last(by => by.Variation is not null).Variation!.Value;

    /// <summary>That by one metric.</summary>
    public double? By(Metric metric) => Variations.FirstOrDefault(by => by.Metric.Equals(metric)).Variation;

    /// <summary>Rows that all runs have, in the first run's order.</summary>
    /// <exception cref="ReadException">Fewer than two runs, or no row that all of them have.</exception>
    public static IReadOnlyList<Repeatability> Of(IReadOnlyList<Run> runs)
    {
        if (runs.Count < 2)
            throw new ReadException(runs.Count == 0 ? "no run" : runs[0].Source,
                "one run says nothing about how runs vary: two or more are needed");
        var relative = runs.Select(run => ByName(Reference.Relative(run))).ToArray();
        var all = runs.Select(ByName).ToArray();
        Metric[] metrics = [.. MetricSet.Of(runs[0]).Held];
        Repeatability[] rows = [.. runs[0].Rows.Where(row => all.All(run => run.ContainsKey(row.FullName))).Select(row =>
        {
            BenchmarkRow[] seen = [.. all.Select(run => run[row.FullName])];
            BenchmarkRow?[] ratios = [.. relative.Select(run => run.GetValueOrDefault(row.FullName))];
            return new Repeatability(row, [.. metrics.Select(metric => (metric, Of(metric, seen, ratios)))]);
        })];
        return rows.Length > 0 ? rows : throw new ReadException(runs[0].Source, "shares no row with all the other runs");
    }

    private static double? Of(Metric metric, BenchmarkRow[] seen, BenchmarkRow?[] ratios) =>
        seen.All(metric.IsOf) ? Variation([.. seen.Select(row => metric.CentreOf(row)!.Value)])
        : metric.HasReferenceInstead && ratios.All(row => row is not null) ? Variation([.. ratios.Select(row => Summary.CentreOf(row!))])
        : null;

    private static Dictionary<string, BenchmarkRow> ByName(Run run) => run.Rows.ToDictionary(row => row.FullName);

    private static double Variation(double[] centres) => SampleDeviation.Of(centres) / centres.Average();
}
