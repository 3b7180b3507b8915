using Bench.Results.Data;

namespace Bench.Results.Show.Table.Columns;

/// <summary>What all workers together get done.</summary>
internal sealed class PagesPerSecond : Column
{
    public override int Place => 11;

    public override string Heading(string unit) => "pages/s";

    public override string Meaning =>
        "pages of all workers per second: 1 s / centre";

    public override Cell? Of(TableRow row) =>
        row.Measured.Type == "Scaling" && row.Unit == Units.Nanoseconds ? Cell.Value(1e9 / row.Centre) : null;
}
