using Bench.Results.Data;

namespace Bench.Results.Metrics;

/// <summary>The metrics that runs were measured by, and which of them suits what.</summary>
public sealed class MetricSet
{
    /// <summary>Fewest launches of a side that say anything about how launches differ.</summary>
    public const int LaunchesToDecide = 3;

    /// <summary>What is typed for whichever suits.</summary>
    public const string Auto = "auto";

    private readonly Metric[] ascending;

    /// <summary>Those among these times.</summary>
    public MetricSet(IEnumerable<MeasuredTime> times) => ascending = [.. times.OfType<Metric>().Order()];

    /// <summary>Those of a run.</summary>
    public static MetricSet Of(Run run) => new(run.Measured);

    /// <summary>Those that launches hold, by ascending rank.</summary>
    public IEnumerable<Metric> Held => ascending.Where(metric => metric.IsHeld);

    /// <summary>The one by which two runs of these units are judged, whatever is asked; null where there is none.</summary>
    public Metric? Claiming(string old, string current) => ascending.FirstOrDefault(metric => metric.Claims(old) && metric.Claims(current));

    /// <summary>The one that suits a row: what is taken for it beside another run of the same environment.</summary>
    public Metric Own(BenchmarkRow row) => Held.Last(metric => metric.Suits(row));

    /// <summary>The one that tells two runs of a row apart.</summary>
    public Metric Telling(BenchmarkRow old, BenchmarkRow current, Circumstances beside) =>
        Held.Last(metric => metric.Tells(old, current, beside));

    /// <summary>The row as seen by <paramref name="metric"/>.</summary>
    /// <exception cref="ReadException">It doesn't have that.</exception>
    public BenchmarkRow See(BenchmarkRow row, Metric metric) => row with
    {
        // Noise was learnt by the metric that suits the row, and says nothing about another.
        Noise = row.Noise is not null && metric.Key == Own(row).Key ? row.Noise : null,
        Launches =
            [.. (metric.Counting(row.Launches) ?? throw new ReadException(row.FullName, $"has no {metric.Words.Lacks}"))
                .Select(launch => launch.By(metric.Key))],
    };

    /// <summary>A run on its own as seen by <paramref name="metric"/>: where none is asked for, by the wall's time.</summary>
    /// <exception cref="ReadException">A row doesn't have what was asked for.</exception>
    public Run See(Run run, Metric? metric) =>
        metric is null or { Key: Launch.Wall }
            ? run
            : run with { Unit = metric.Unit(run.Unit), Rows = [.. run.Rows.Select(row => See(row, metric))] };

    /// <summary>The run with each row by the one that suits it, of those that stand alone.</summary>
    public Run SeeEachByItsOwn(Run run) =>
        run with { Rows = [.. run.Rows.Select(row => See(row, Held.Last(metric => metric.StandsAlone && metric.Suits(row))))] };
}
