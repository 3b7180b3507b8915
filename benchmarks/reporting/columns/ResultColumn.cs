using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

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

    /// <summary>Whether it stands in CSV alone, which has all columns, those that <see cref="Hidden"/> hides too.</summary>
    public bool OnlyInCsv { get; init; }

    /// <summary>Hides those elsewhere.</summary>
    public static IColumnHidingRule Hidden { get; } = new OnlyInCsvRule();

    // Values that no one says are the default stand above the table where all rows have the same.
    public bool AlwaysShow => !OnlyInCsv;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => place;

    public bool IsNumeric { get; init; }

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => OnlyInCsv;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => cell(benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => cell(benchmarkCase);

    private sealed class OnlyInCsvRule : IColumnHidingRule
    {
        public bool NeedToHide(IColumn column) => column is ResultColumn { OnlyInCsv: true };
    }
}
