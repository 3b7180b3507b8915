namespace Bench.Results.Show.Table.Columns;

/// <summary>The same as the kernel charges it to the process.</summary>
internal sealed class RssAnonPerTouched : Column
{
    public override int Place => 50;

    public override string Heading(string unit) => "RssAnon/touched";

    public override string Meaning =>
        "growth of the process's RssAnon per byte of pages touched: neither the zero page nor shared memory counts";

    public override Cell? Of(TableRow row) =>
        Ratio(row.Measured.RssAnonPerTouched, "0.00");
}
