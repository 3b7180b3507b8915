using Bench.Results.Read;

namespace Bench.Results.Show.Table.Columns;

/// <summary>What an operation costs on a core without neighbours, whatever the machine was busy with meanwhile.</summary>
internal sealed class QuietTime : Column
{
    public override int Place => 5;

    public override string Heading(string unit) => $"Quiet {unit}";

    public override string Meaning =>
        "thread CPU time of the quickest slice of each launch, their lower quartile, without launches that had "
        + "a neighbour on the core throughout: what the operation costs, not what a busy machine makes of it";

    public override Cell? Of(TableRow row) =>
        !row.Measured.Waits && QuietLaunches.Of(row.Measured.Launches) is { } quiet ? Cell.Value(QuietLaunches.Centre(quiet)) : null;
}
