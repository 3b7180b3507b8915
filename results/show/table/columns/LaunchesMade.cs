namespace Bench.Results.Show.Table.Columns;

/// <summary>How many launches the centre is of.</summary>
internal sealed class LaunchesMade : Column
{
    public override int Place => 2;

    public override bool IsDetail => true;

    public override string Heading(string unit) => "Launches";

    public override string Meaning =>
        "processes that were launched to measure the row";

    public override Cell? Of(TableRow row) =>
        new Cell($"{row.Summary.Launches}", row.Summary.Launches);
}
