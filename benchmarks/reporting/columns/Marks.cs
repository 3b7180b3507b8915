using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What the row says about itself.</summary>
public sealed class Marks : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "Marks";

    /// <inheritdoc/>
    public override string Legend => "What the row found wrong with itself: fault count, two modes, disturbance, swapping";

    /// <inheritdoc/>
    public override int PriorityInCategory => 100;

    /// <inheritdoc/>
    public override bool IsNumeric => false;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        var marks = Record.MarksOf(row);
        return marks.Count == 0 ? null : string.Join("; ", marks.Select(mark => mark.Text));
    }
}
