using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>The kind of fault against the common one.</summary>
public sealed class TimesAnonymousWrite : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "x anonymous";

    /// <inheritdoc/>
    public override string Legend => "Mean as a multiple of AnonymousWrite's in the same order";

    /// <inheritdoc/>
    public override int PriorityInCategory => 3;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        var anonymous = summary.BenchmarksCases.FirstOrDefault(other => Parameter(other, "Kind") == "AnonymousWrite"
            && other.Descriptor.Type == row.Descriptor.Type && Parameter(other, "Order") == Parameter(row, "Order"));
        return Parameter(row, "Kind") is not null && Mean(summary, row) / Mean(summary, anonymous) is double ratio ? Text(ratio, "0.00") : null;
    }

    private static string? Parameter(BenchmarkCase row, string name) =>
        row.Parameters.Items.FirstOrDefault(item => item.Name == name)?.Value?.ToString();
}
