using Bench.Machine;
using Bench.Results.Show;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>
/// A fact of the environment as a column. BenchmarkDotNet shows a column of equal, default values in CSV only, where each row should carry
/// its environment.
/// </summary>
internal sealed class EnvironmentColumn(MachineFact fact, int index) : IColumn
{
    public string Id => "Environment." + fact.Key;

    public string ColumnName => fact.Label;

    public string Legend => "";

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 1000 + index;

    public bool IsNumeric => false;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => true;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => Csv.Text(fact.Value);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => Csv.Text(fact.Value);
}
