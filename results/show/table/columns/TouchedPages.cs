namespace Bench.Results.Show.Table.Columns;

/// <summary>How many pages an invocation touches, in tables where rows differ.</summary>
internal sealed class TouchedPages : Column
{
    public override int Place => -30;

    public override string Heading(string unit) => "Touched";

    public override string Meaning =>
        "distinct pages that one invocation touches";

    public override Cell? Of(TableRow row) =>
        row.Measured.TouchedPages is { } pages && row.OfItsClass.Select(other => other.TouchedPages).OfType<long>().Distinct().Count() > 1
            ? Cell.Value(pages)
            : null;
}
