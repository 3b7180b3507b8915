namespace Bench.Results.Show.Table.Columns;

/// <summary>Faults that the row really took.</summary>
internal sealed class FaultsPerPage : Column
{
    public override int Place => 12;

    public override string Heading(string unit) => "faults/page";

    public override string Meaning =>
        "minor faults per page, as counted while the clock ran";

    public override Cell? Of(TableRow row) =>
        row.Measured is { Expected: not null, Measured: { } counted } ? Ratio(counted, "0.0000") : null;
}
