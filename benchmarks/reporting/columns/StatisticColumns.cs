using Bench.Results.Data;
using BenchmarkDotNet.Columns;

namespace Bench.Reporting.Columns;

/// <summary>BenchmarkDotNet's columns of the measurement itself, in the unit that the clock counts.</summary>
internal static class StatisticColumns
{
    public static IColumn[] In(string unit)
    {
        IColumn[] columns = [StatisticColumn.Mean, StatisticColumn.Error, StatisticColumn.StdDev, StatisticColumn.Median];
        return unit == Units.Nanoseconds ? columns : [.. columns.Select(column => new CountColumn(column, unit))];
    }
}
