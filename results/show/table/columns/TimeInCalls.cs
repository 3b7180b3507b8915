using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Data;

namespace Bench.Results.Show.Table.Columns;

/// <summary>The same in function calls.</summary>
internal sealed class TimeInCalls : Column
{
    public override int Place => 4;

    public override bool IsDetail => true;

    public override string Heading(string unit) => "CPU in calls";

    public override string Meaning =>
        "thread CPU time in plain function calls measured beside each iteration, which a change of the machine's speed leaves alone; "
        + $"a page that the kernel cleared counts as {BenchmarkRow.CallsPerClearedPage:0} calls, whatever clearing took";

    public override Cell? Of(TableRow row) =>
        ClockChoice.HasCalls(row.Measured) ? Cell.Value(Summary.CentreOf(row.Measured.By(Clock.Calls))) : null;
}
