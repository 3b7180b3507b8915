using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What one entry into the kernel costs, with all the pages it brings.</summary>
public sealed class CostPerFault : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => $"{Record.Unit}/fault";

    /// <inheritdoc/>
    public override string Legend => "Mean / measured faults per page; for Populate, which takes no fault, per madvise call over every page";

    /// <inheritdoc/>
    public override int PriorityInCategory => 1;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        if (Record.CountsOf(row) is not { PromisedFaults: double promised } counts || Mean(summary, row) is not double mean)
            return null;
        if (FaultRow.Of(row) is { Mechanism: "Populate", Table: "PageFault.Touch" } populate)
            return Text(mean * populate.Pages, "N0");
        return promised > 0 ? Text(mean / counts.FaultsPerOperation, "N0") : null;
    }
}
