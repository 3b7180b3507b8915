namespace Bench.Results.Show.Table.Columns;

/// <summary>Faults that the row should have taken.</summary>
internal sealed class PromisedFaults : Column
{
    public override int Place => 13;

    public override bool IsDetail => true;

    public override string Heading(string unit) => "promised";

    public override string Meaning =>
        "faults per page that the mechanism promises";

    public override Cell? Of(TableRow row) =>
        row.Measured is { Expected: { } promised, Measured: not null } ? Ratio(promised, "0.0000") : null;
}
