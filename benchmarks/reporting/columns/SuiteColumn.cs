using System.Globalization;
using Bench.Record;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>A column of ours. A new column is a new subclass in this folder; the suite finds it by itself.</summary>
public abstract class SuiteColumn : IColumn
{
    /// <summary>The run that the column tells of; set before anything else is called.</summary>
    public RunRecord Record { get; set; } = null!;

    /// <inheritdoc/>
    public abstract string ColumnName { get; }

    /// <inheritdoc/>
    public abstract string Legend { get; }

    /// <summary>Place among our columns, ascending.</summary>
    public abstract int PriorityInCategory { get; }

    /// <summary>The cell; null where the row has none.</summary>
    protected abstract string? Cell(Summary summary, BenchmarkCase row);

    /// <inheritdoc/>
    public string Id => GetType().Name;

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public virtual bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(row => Cell(summary, row) is not null);

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => Cell(summary, benchmarkCase) ?? "";

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    /// <summary>The row's mean per operation, in the run's unit; null where it failed.</summary>
    protected static double? Mean(Summary summary, BenchmarkCase? row) =>
        row is null || !summary.HasReport(row) ? null : summary[row]?.ResultStatistics?.Mean;

    /// <summary>The row of the same class whose parameters differ in one only, and there have <paramref name="value"/>; null where it was not measured.</summary>
    protected static BenchmarkCase? Sibling(Summary summary, BenchmarkCase row, string parameter, object value) => summary.BenchmarksCases.FirstOrDefault(other =>
        other.Descriptor.WorkloadMethod == row.Descriptor.WorkloadMethod && row.Parameters.Items.All(item =>
            item.Name == parameter ? other.Parameters[parameter].Equals(value) : other.Parameters[item.Name].ToString() == item.Value.ToString()));

    /// <summary>A number as our tables print it.</summary>
    protected static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
