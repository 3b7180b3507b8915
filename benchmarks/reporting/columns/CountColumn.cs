using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace Bench.Reporting.Columns;

/// <summary>
/// A statistic of BenchmarkDotNet's where a "nanosecond" of the clock is something else: the same number under its true name.
/// </summary>
internal sealed class CountColumn(IColumn statistic, string unit) : IColumn
{
    public string Id => statistic.Id;

    public string ColumnName => $"{statistic.ColumnName} [{unit}]";

    public string Legend => statistic.Legend;

    public bool AlwaysShow => statistic.AlwaysShow;

    public ColumnCategory Category => statistic.Category;

    public int PriorityInCategory => statistic.PriorityInCategory;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => statistic.IsAvailable(summary);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => statistic.IsDefault(summary, benchmarkCase);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        statistic.GetValue(summary, benchmarkCase,
            new SummaryStyle(style.CultureInfo, printUnitsInHeader: false, style.SizeUnit, TimeUnit.Nanosecond,
                printUnitsInContent: false));
}
