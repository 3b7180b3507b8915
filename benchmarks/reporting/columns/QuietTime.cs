using Bench.Record;
using Bench.Results.Data;
using Bench.Results.Read;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What an operation costs on a core without neighbours, whatever the machine was busy with meanwhile.</summary>
public sealed class QuietTime : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => $"Quiet {Record.Unit}";

    /// <inheritdoc/>
    public override string Legend => "CPU time of the quickest slice of each launch (their lower quartile; without launches that had a neighbour on the core throughout): what repeats from run to run";

    /// <inheritdoc/>
    public override int PriorityInCategory => 0;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        // Most rows of faults were not sliced: they need not be told what the other rows' calls took.
        if (Record.CountsOf(row) is not { Waits: false } counts || counts.Iterations.All(iteration => iteration.QuietNanoseconds is null))
            return null;
        var quickest = summary.BenchmarksCases.Select(Record.CountsOf).Min(other => other?.Iterations.Min(iteration => iteration.CallNanoseconds));
        return QuietLaunches.Of(QuietLaunches.Keep([.. counts.Launches.Where(launch => launch.Iterations.Count > 0).Select(AsRead)], quickest)) is { } quiet
            ? Text(QuietLaunches.Centre(quiet), "N2")
            : null;
    }

    private static Launch AsRead(LaunchCounts launch) => Launch.Of([.. launch.Iterations.Select(iteration => iteration.CpuNanoseconds / iteration.Operations)]) with
    {
        Quiet = launch.Iterations.Min(iteration => iteration.QuietNanoseconds),
        QuickestCall = launch.Iterations.Min(iteration => iteration.CallNanoseconds),
    };
}
