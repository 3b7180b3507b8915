namespace Bench.Results.Show.Table.Columns;

/// <summary>What the neighbour costs.</summary>
internal sealed class TimesIdleNeighbour : Column
{
    public override int Place => 14;

    public override string Heading(string unit) => "x idle";

    public override string Meaning =>
        "centre as a multiple of that of the same row with an idle neighbour";

    public override Cell? Of(TableRow row) =>
        row.Measured.Parameter("Neighbour") is not null ? Ratio(row.Times((all, measured) => all.Alone(measured)), "0.00") : null;
}
