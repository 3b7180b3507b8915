using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>BenchmarkDotNet's columns of the job, where a toolchain that nobody asked for is no word worth.</summary>
internal sealed class JobColumns : IColumnProvider
{
    public IEnumerable<IColumn> GetColumns(Summary summary) =>
        DefaultColumnProviders.Job.GetColumns(summary)
            .Select(column => column.Id == "Job.Toolchain" ? new ToolchainColumn(column) : column);

    private sealed class ToolchainColumn(IColumn inner) : IColumn
    {
        public string Id => inner.Id;

        public string ColumnName => inner.ColumnName;

        public string Legend => inner.Legend;

        public bool AlwaysShow => inner.AlwaysShow;

        public ColumnCategory Category => inner.Category;

        public int PriorityInCategory => inner.PriorityInCategory;

        public bool IsNumeric => inner.IsNumeric;

        public UnitType UnitType => inner.UnitType;

        public bool IsAvailable(Summary summary) => inner.IsAvailable(summary);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) =>
            inner.IsDefault(summary, benchmarkCase) || GetValue(summary, benchmarkCase) == "Default";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => inner.GetValue(summary, benchmarkCase);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
            inner.GetValue(summary, benchmarkCase, style);
    }
}
