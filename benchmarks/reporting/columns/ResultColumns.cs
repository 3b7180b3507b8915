using Bench.Record;
using Bench.Reporting.Exporters;
using Bench.Results.Data;
using Bench.Results.Show;
using Bench.Results.Show.Table;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>All columns of results, and for CSV one a fact of the environment, which other reports have below their table.</summary>
internal sealed class ResultColumns(RunRecord record) : IColumnProvider
{
    private const int AfterAllOthers = 1000;

    public IEnumerable<IColumn> GetColumns(Summary summary) => [.. Measured(summary), .. record.Environment.Select(Fact)];

    private IEnumerable<IColumn> Measured(Summary summary)
    {
        if (SummaryRows.Of(summary, record) is not var (run, rows))
            return [];
        var measured = new MeasuredRows(run);
        return measured.Tables.SelectMany(table => table.Columns).Distinct().Order().Select(column => Adapt(column, row =>
            rows.TryGetValue(row, out var found) ? column.Of(measured.Of(found))?.Text ?? "" : ""));
    }

    private ResultColumn Adapt(Results.Show.Table.Column column, Func<BenchmarkCase, string> cell) =>
        new(column.Id, column.Heading(record.Unit), column.Meaning, column.Place, cell)
        {
            OnlyInFull = column.IsDetail,
            IsNumeric = column.IsNumeric,
        };

    private static ResultColumn Fact(EnvironmentFact fact, int index) =>
        new("Environment." + fact.Key, fact.Label, "", AfterAllOthers + index, _ => Csv.Text(fact.Value)) { OnlyInFull = true };
}
