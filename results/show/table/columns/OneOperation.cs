namespace Bench.Results.Show.Table.Columns;

/// <summary>What times are per, in tables where that is not a page in every row.</summary>
internal sealed class OneOperation : Column
{
    public override int Place => -20;

    public override bool IsNumeric => false;

    public override string Heading(string unit) => "Per";

    public override string Meaning =>
        "what one operation is: times and faults are per one of these";

    public override Cell? Of(TableRow row) =>
        row.Measured.Operation is { } operation && row.OfItsClass.Any(other => other.Operation is not (null or "page"))
            ? new Cell(operation)
            : null;
}
