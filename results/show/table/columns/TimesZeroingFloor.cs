using Bench.Results.Pair;

namespace Bench.Results.Show.Table.Columns;

/// <summary>How far the row is above what zeroing alone costs.</summary>
internal sealed class TimesZeroingFloor : Column
{
    public override int Place => 20;

    public override string Heading(string unit) => "x floor";

    public override string Meaning =>
        "centre as a multiple of the zeroing floor: memset of one resident page";

    public override Cell? Of(TableRow row) =>
        row.Measured.Parameter(Reference.Pages) is not null ? Ratio(row.Times((all, measured) => all.ZeroingFloor(measured)), "0.0") : null;
}
