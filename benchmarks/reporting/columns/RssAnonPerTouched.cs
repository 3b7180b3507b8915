using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>The same as the kernel charges it to the process.</summary>
public sealed class RssAnonPerTouched : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "RssAnon/touched";

    /// <inheritdoc/>
    public override string Legend => "Growth of the process's RssAnon per byte of pages touched: neither the zero page nor shared memory counts";

    /// <inheritdoc/>
    public override int PriorityInCategory => 7;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        Record.CountsOf(row)?.Memory?.RssAnonPerTouched is double ratio ? Text(ratio, "0.00") : null;
}
