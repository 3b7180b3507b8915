using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>How many pages an invocation touches, in tables where rows differ.</summary>
public sealed class TouchedPages : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "Touched";

    /// <inheritdoc/>
    public override string Legend => "Distinct pages that one invocation touches";

    /// <inheritdoc/>
    public override int PriorityInCategory => -2;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        summary.BenchmarksCases.Select(Touched).OfType<long>().Distinct().Count() > 1 && Touched(row) is long pages ? Text(pages, "N0") : null;

    private long? Touched(BenchmarkCase row) => Record.CountsOf(row)?.Memory?.TouchedPages;
}
