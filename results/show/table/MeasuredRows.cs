using Bench.Results.Data;
using Bench.Results.Pair;

namespace Bench.Results.Show.Table;

/// <summary>All rows of a run, each with those that it is measured against: what every table of them is made of.</summary>
public sealed class MeasuredRows
{
    private readonly Dictionary<BenchmarkRow, TableRow> rows = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<Column> columns;
    private readonly ILookup<string, BenchmarkRow> classes;

    /// <summary>Those of <paramref name="run"/>.</summary>
    public MeasuredRows(Run run)
    {
        Unit = run.Unit;
        columns = Column.For(run.Measured);
        References = new References(run.Rows);
        classes = run.Rows.ToLookup(row => row.Type, StringComparer.Ordinal);
        foreach (var row in run.Rows)
            rows.Add(row, new TableRow(row, this));
    }

    /// <summary>What the run counts.</summary>
    public string Unit { get; }

    /// <summary>A table a class.</summary>
    public IEnumerable<ResultTable> Tables => classes.Select(rows => new ResultTable(rows.Key, Unit, [.. rows.Select(Of)], columns));

    internal References References { get; }

    /// <summary>One of them.</summary>
    /// <exception cref="KeyNotFoundException">It is of another run.</exception>
    public TableRow Of(BenchmarkRow row) => rows[row];

    internal IEnumerable<BenchmarkRow> OfClass(string type) => classes[type];
}
