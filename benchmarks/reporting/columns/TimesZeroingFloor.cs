using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>How far the row is above what zeroing alone costs.</summary>
public sealed class TimesZeroingFloor : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "x floor";

    /// <inheritdoc/>
    public override string Legend => "Mean as a multiple of the zeroing floor: memset of one resident page";

    /// <inheritdoc/>
    public override int PriorityInCategory => 4;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        if (FaultRow.Of(row) is not { } fault)
            return null;
        var floor = FaultRow.Find(summary, other => other.Mechanism == "ZeroingFloor" && other.Table == fault.Table);
        return Mean(summary, row) / Mean(summary, floor) is double ratio ? Text(ratio, "0.0") : null;
    }
}
