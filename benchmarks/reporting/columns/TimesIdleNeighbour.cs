using Bench.Workloads;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What the neighbour costs.</summary>
public sealed class TimesIdleNeighbour : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "x idle";

    /// <inheritdoc/>
    public override string Legend => "Mean as a multiple of the same row with an idle neighbour";

    /// <inheritdoc/>
    public override int PriorityInCategory => 3;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) => row.Parameters.Items.Any(item => item.Name == "Neighbour")
        && Mean(summary, row) / Mean(summary, Sibling(summary, row, "Neighbour", Neighbour.Idle)) is double ratio
            ? Text(ratio, "0.00")
            : null;
}
