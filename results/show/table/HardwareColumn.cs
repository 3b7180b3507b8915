using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Show.Table;

/// <summary>What the processor counted per operation: the median of launches.</summary>
internal sealed class HardwareColumn(HardwareCount count) : Column
{
    public override string Id => count.Id;

    // Beside what a row's memory took.
    public override int Place => 60;

    public override bool IsDetail => true;

    public override string Heading(string unit) => count.Heading;

    public override string Meaning => count.Meaning;

    public override Cell? Of(TableRow row) => count.CentreOf(row.Measured) is { } counted ? Cell.Value(counted) : null;

    /// <summary>One for each of these that the processor counts.</summary>
    public static IEnumerable<Column> Of(IEnumerable<MeasuredTime> times) =>
        times.OfType<HardwareCount>().Select(count => new HardwareColumn(count));
}
