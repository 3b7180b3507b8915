using Bench.Results.Pair;

namespace Bench.Results.Show.Table.Columns;

/// <summary>What preallocation buys.</summary>
internal sealed class SpeedupOverDemand : Column
{
    public override int Place => 14;

    public override string Heading(string unit) => "vs Demand";

    public override string Meaning =>
        "centre of Demand in the same order or density / centre: above 1 is faster";

    public override Cell? Of(TableRow row) =>
        row.Measured.Parameter(Reference.Pages) is not null && row.Measured.Parameter(Reference.Mechanism) != Reference.ZeroingFloor
            ? Ratio(row.Speedup((all, measured) => all.Demand(measured)), "0.00", "x")
            : null;
}
