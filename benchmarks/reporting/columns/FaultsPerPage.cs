using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>Faults that the row really took.</summary>
public sealed class FaultsPerPage : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "faults/page";

    /// <inheritdoc/>
    public override string Legend => "Minor faults per page, as counted while the clock ran";

    /// <inheritdoc/>
    public override int PriorityInCategory => 2;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        Record.CountsOf(row) is { PromisedFaults: not null } counts ? Text(counts.FaultsPerOperation, "0.0000") : null;
}
