using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Show.Table.Columns;

/// <summary>The same by CPU time.</summary>
internal sealed class CpuTime : Column
{
    public override int Place => 3;

    public override bool IsDetail => true;

    public override string Heading(string unit) => $"CPU {unit}";

    public override string Meaning =>
        "thread CPU time, which other processes do not add to";

    public override Cell? Of(TableRow row) =>
        ClockChoice.HasCpuTime(row.Measured) ? Cell.Value(Summary.CentreOf(row.Measured.By(Clock.Cpu))) : null;
}
