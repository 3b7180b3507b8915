using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>The row as a multiple of the plain function call of the same run.</summary>
public sealed class TimesFunctionCall : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "x call";

    /// <inheritdoc/>
    public override string Legend => "Mean as a multiple of the plain function call measured in this run";

    /// <inheritdoc/>
    public override int PriorityInCategory => 0;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        var reference = summary.BenchmarksCases.FirstOrDefault(other => other.Descriptor.Baseline && other.Descriptor.Type == row.Descriptor.Type);
        return Mean(summary, row) / Mean(summary, reference) is double ratio ? Text(ratio, ratio < 100 ? "0.00" : "0") : null;
    }
}
