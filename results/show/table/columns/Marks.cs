namespace Bench.Results.Show.Table.Columns;

/// <summary>What the row says about itself.</summary>
internal sealed class Marks : Column
{
    public override int Place => 100;

    public override bool IsNumeric => false;

    public override string Heading(string unit) => "Marks";

    public override string Meaning =>
        "what the row found wrong with itself: fault count, two modes, disturbance, swapping";

    public override Cell? Of(TableRow row) =>
        row.Measured.Marks.Count == 0 ? null : new Cell(string.Join("; ", row.Measured.Marks.Select(mark => mark.Text)));
}
