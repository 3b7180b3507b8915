using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>CPU time of the measuring thread against wall time.</summary>
public sealed class CpuShare : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "CPU/wall";

    /// <inheritdoc/>
    public override string Legend => "CPU time of the measuring thread (of workers: on their busiest processor) / wall time: 1 is undisturbed";

    /// <inheritdoc/>
    public override int PriorityInCategory => 5;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        Record.CountsOf(row) is { CpuShare: > 0 } counts ? Text(counts.CpuShare, "0.00") : null;
}
