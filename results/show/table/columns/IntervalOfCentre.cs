using Bench.Results.Data;

namespace Bench.Results.Show.Table.Columns;

/// <summary>How sure the centre is.</summary>
internal sealed class IntervalOfCentre : Column
{
    public override int Place => 1;

    public override bool IsDetail => true;

    public override bool IsNumeric => false;

    public override string Heading(string unit) => "95 % interval";

    public override string Meaning =>
        "where the centre of more launches like these lies; *: of one launch, so it speaks of its iterations, "
        + "not of what the next launch would show";

    public override Cell? Of(TableRow row) =>
        new Cell(Numbers.Range(row.Summary.Lower, row.Summary.Upper) + (IsOfOneLaunch(row) ? " *" : ""), row.Summary.Lower);

    // Where instructions are counted the next launch shows what this one did.
    private static bool IsOfOneLaunch(TableRow row) => row.Summary.WithinOneLaunch && row.Unit != Units.Instructions;
}
