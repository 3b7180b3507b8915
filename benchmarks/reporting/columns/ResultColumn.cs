using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace Bench.Reporting.Columns;

/// <summary>A column of the suite's as BenchmarkDotNet's tables want one.</summary>
/// <param name="id">What tells it apart.</param>
/// <param name="heading">What stands above it.</param>
/// <param name="meaning">Its legend.</param>
/// <param name="place">Place among the suite's columns, ascending.</param>
/// <param name="cell">Its cells.</param>
internal sealed class ResultColumn(string id, string heading, string meaning, int place, Func<BenchmarkCase, string> cell) : IColumn
{
    public string Id => id;

    public string ColumnName => heading;

    public string Legend => meaning;

    /// <summary>The style of a table that has every column.</summary>
    public static SummaryStyle InFull { get; } =
        SummaryStyle.Default.WithTimeUnit(TimeUnit.Nanosecond).WithMaxParameterColumnWidth(int.MaxValue);

    /// <summary>Whether it stands in tables in full alone: in others BenchmarkDotNet shows no column whose cells are empty.</summary>
    public bool OnlyInFull { get; init; }

    public bool AlwaysShow => !OnlyInFull;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => place;

    public bool IsNumeric { get; init; }

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => OnlyInFull;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => cell(benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        OnlyInFull && style.MaxParameterColumnWidth != InFull.MaxParameterColumnWidth ? "" : cell(benchmarkCase);
}
