using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Metrics;

/// <summary>The one step that derives the times of launches from what was read in them.</summary>
public static class Derivation
{
    /// <summary>The row with every time that its readings tell, and without the readings.</summary>
    /// <param name="source">Names the file in messages.</param>
    /// <param name="row">The row as read.</param>
    /// <param name="times">What is derived.</param>
    /// <exception cref="ReadException">Readings that can't be.</exception>
    public static BenchmarkRow Of(string source, BenchmarkRow row, IReadOnlyList<MeasuredTime> times)
    {
        var described = times.Aggregate(row, (described, time) => time.Describe(described));
        return described with { Launches = [.. row.Launches.Select(launch => Of(source, launch, row, times))] };
    }

    /// <summary>The run with all times only in launches that count; of several reports or launches only once they are together.</summary>
    /// <param name="run">The run, or what is known of it so far.</param>
    /// <param name="beside">Rows that were measured in the same run and aren't in it.</param>
    public static Run Keep(Run run, params IReadOnlyList<BenchmarkRow> beside) =>
        run.Measured.OfType<Metric>().Aggregate(run, (kept, metric) => metric.Keep(kept, beside));

    private static Launch Of(string source, Launch launch, BenchmarkRow row, IReadOnlyList<MeasuredTime> times)
    {
        var derived = Times.None;
        foreach (var time in times)
            if (time.IsHeld && time.OfLaunch(launch, row) is { } value)
                derived = derived.With(time.Id, time.IsPossible(value) ? value : throw Impossible(source, row, time));
        double[] sorted = Quantiles.Sorted(launch.Values);
        return launch with
        {
            Times = derived,
            Spread = (Quantiles.OfSorted(sorted, 0.75) - Quantiles.OfSorted(sorted, 0.25)) / Quantiles.OfSorted(sorted, 0.5),
            Readings = null,
            Steps = StepTimes.Of(launch.Readings),
        };
    }

    private static ReadException Impossible(string source, BenchmarkRow row, MeasuredTime time) =>
        new(source, $"{row.FullName}: the readings of a launch make an impossible {time.Id}: no such measurement is possible");
}
