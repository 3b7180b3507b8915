using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>How much of a worker's work is left when it has company.</summary>
public sealed class Efficiency : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "efficiency";

    /// <inheritdoc/>
    public override string Legend => "Mean of one worker / Mean / Workers: 1 where workers don't hinder one another; n processors give at most n / Workers";

    /// <inheritdoc/>
    public override int PriorityInCategory => 3;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) => row.Parameters.Items.Any(item => item.Name == "Workers")
        && Mean(summary, Sibling(summary, row, "Workers", 1)) / Mean(summary, row) / (int)row.Parameters["Workers"] is double efficiency
            ? Text(efficiency, "0.00")
            : null;
}
