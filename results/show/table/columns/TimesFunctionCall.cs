namespace Bench.Results.Show.Table.Columns;

/// <summary>The row as a multiple of the plain function call of the same run.</summary>
internal sealed class TimesFunctionCall : Column
{
    public override int Place => 10;

    public override string Heading(string unit) => "x call";

    public override string Meaning =>
        "centre as a multiple of that of the plain function call measured in this run";

    public override Cell? Of(TableRow row) =>
        row.Times((all, measured) => all.FunctionCall(measured)) is { } times ? Ratio(times, times < 100 ? "0.00" : "0") : null;
}
