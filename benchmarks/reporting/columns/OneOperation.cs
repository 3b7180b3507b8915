using Bench.Selecting;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What times are per, in tables where that is not a page in every row.</summary>
public sealed class OneOperation : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "Per";

    /// <inheritdoc/>
    public override string Legend => "What one operation is: times and faults are per one of these";

    /// <inheritdoc/>
    public override int PriorityInCategory => -1;

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        summary.BenchmarksCases.Any(other => UnitOf(other) is not (null or "page")) ? UnitOf(row) : null;

    private static string? UnitOf(BenchmarkCase row) => (CaseInstance.Of(row) as ICountsOperations)?.Unit;
}
