using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Show.Table;

/// <summary>What a metric shows of the launches: its words say all that is said of the column.</summary>
internal sealed class MetricColumn(Metric metric) : Column
{
    // Between the launches and the ratios.
    private const int First = 2;

    public override string Id => metric.Id;

    public override int Place => First + metric.Rank;

    public override bool IsDetail => metric.Words.IsDetail;

    public override string Heading(string unit) => metric.Heading(unit)!;

    public override string Meaning => metric.Words.Meaning;

    public override Cell? Of(TableRow row) =>
        metric.IsShownOf(row.Measured) && metric.CentreOf(row.Measured) is { } centre ? Cell.Value(centre) : null;

    /// <summary>One for each metric of a run that has a place in tables.</summary>
    public static IEnumerable<Column> Of(IEnumerable<MeasuredTime> times) =>
        new MetricSet(times).Held.Where(metric => metric.Words.Heading is not null).Select(metric => new MetricColumn(metric));
}
