namespace Bench.Results.Show.Table.Columns;

/// <summary>The kind of fault against the common one.</summary>
internal sealed class TimesAnonymousWrite : Column
{
    public override int Place => 14;

    public override string Heading(string unit) => "x anonymous";

    public override string Meaning =>
        "centre as a multiple of AnonymousWrite's in the same order";

    public override Cell? Of(TableRow row) =>
        Ratio(row.Times((all, measured) => all.AnonymousWrite(measured)), "0.00");
}
