namespace Bench.Results.Show.Table.Columns;

/// <summary>What the row cost in memory.</summary>
internal sealed class ResidentPerTouched : Column
{
    public override int Place => 40;

    public override string Heading(string unit) => "resident/touched";

    public override string Meaning =>
        "resident bytes of the region per byte of pages touched, by mincore; of a file, those in the page cache";

    public override Cell? Of(TableRow row) =>
        row.Measured is { TouchedPages: { } touched, ResidentPages: { } resident } ? Ratio((double)resident / touched, "0.00") : null;
}
