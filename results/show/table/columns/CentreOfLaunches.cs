namespace Bench.Results.Show.Table.Columns;

/// <summary>What an operation costs.</summary>
internal sealed class CentreOfLaunches : Column
{
    public override int Place => 0;

    public override string Heading(string unit) => $"Centre {unit}";

    public override string Meaning =>
        "centre of the launches' medians, which all ratios are of";

    public override Cell? Of(TableRow row) =>
        Cell.Value(row.Centre);
}
