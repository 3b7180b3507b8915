using Bench.Workloads;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What all workers together get done.</summary>
public sealed class PagesPerSecond : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "pages/s";

    /// <inheritdoc/>
    public override string Legend => "Pages of all workers per second: 1 s / Mean";

    /// <inheritdoc/>
    public override int PriorityInCategory => 1;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        row.Descriptor.Type == typeof(Scaling) && Mean(summary, row) is double mean ? Text(1e9 / mean, "N0") : null;
}
