using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What the row cost in memory.</summary>
public sealed class ResidentPerTouched : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "resident/touched";

    /// <inheritdoc/>
    public override string Legend => "Resident bytes of the region per byte of pages touched, by mincore; of a file, those in the page cache";

    /// <inheritdoc/>
    public override int PriorityInCategory => 6;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row) =>
        Record.CountsOf(row)?.Memory is { } memory ? Text(memory.ResidentPerTouched, "0.00") : null;
}
