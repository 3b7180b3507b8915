using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What preallocation buys.</summary>
public sealed class SpeedupOverDemand : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "vs Demand";

    /// <inheritdoc/>
    public override string Legend => "Mean of Demand in the same order or density / Mean: above 1 is faster";

    /// <inheritdoc/>
    public override int PriorityInCategory => 3;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        if (FaultRow.Of(row) is not { Mechanism: not "ZeroingFloor" } fault)
            return null;
        var demand = FaultRow.Find(summary, other => other.Mechanism == "Demand" && other.Table == fault.Table && other.Circumstances == fault.Circumstances);
        return Mean(summary, demand) / Mean(summary, row) is double ratio ? Text(ratio, "0.00") + "x" : null;
    }
}
