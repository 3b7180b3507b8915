using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What one entry into the kernel costs, with all the pages it brings.</summary>
public sealed class NanosecondsPerFault : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "ns/fault";

    /// <inheritdoc/>
    public override string Legend => "Mean / measured faults per page; for Populate, which takes no fault, per madvise call";

    /// <inheritdoc/>
    public override int PriorityInCategory => 1;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        if (FaultRow.Of(row) is not { Mechanism: not "ZeroingFloor" } fault || Record.CountsOf(row) is not { } counts || Mean(summary, row) is not double mean)
            return null;
        return Text(fault.Mechanism == "Populate" ? mean * fault.Pages : mean / counts.FaultsPerOperation, "N0");
    }
}
