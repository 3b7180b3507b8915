using System.Globalization;

namespace Bench.Results.Show.Table.Columns;

/// <summary>How much of a worker's work is left when it has company.</summary>
internal sealed class Efficiency : Column
{
    public override int Place => 14;

    public override string Heading(string unit) => "efficiency";

    public override string Meaning =>
        "centre of one worker / centre / Workers: 1 where workers don't hinder one another; n processors give at most n / Workers";

    public override Cell? Of(TableRow row) =>
        int.TryParse(row.Measured.Parameter("Workers"), NumberStyles.None, CultureInfo.InvariantCulture, out int workers)
            ? Ratio(row.Speedup((all, measured) => all.Alone(measured)) / workers, "0.00")
            : null;
}
