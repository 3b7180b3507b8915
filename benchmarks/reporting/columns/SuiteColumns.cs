using Bench.Record;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Columns;

/// <summary>All of our columns, and for CSV one a fact of the environment: hidden in tables, where the environment stands above.</summary>
internal sealed class SuiteColumns(RunRecord record) : IColumnProvider
{
    public IEnumerable<IColumn> GetColumns(Summary summary) => Catalogue.Of<SuiteColumn>()
        .Select(column =>
        {
            column.Record = record;
            return column;
        })
        .Where(column => column.IsAvailable(summary))
        .Concat<IColumn>(record.Environment.Select((fact, index) => new EnvironmentColumn(fact, index)));
}
