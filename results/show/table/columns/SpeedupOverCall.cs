namespace Bench.Results.Show.Table.Columns;

/// <summary>What a batch saves.</summary>
internal sealed class SpeedupOverCall : Column
{
    public override int Place => 14;

    public override string Heading(string unit) => "vs call";

    public override string Meaning =>
        "centre of one system call for each operation / centre: above 1 is faster";

    public override Cell? Of(TableRow row) =>
        Ratio(row.Speedup((all, measured) => all.PlainCall(measured)), "0.00", "x");
}
