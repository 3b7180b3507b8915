using System.Globalization;

namespace Bench.Results.Show.Table;

/// <summary>The results of one benchmark class: what its rows are called, and the columns in which any of them has a cell.</summary>
public sealed class ResultTable
{
    private readonly bool withTitles;
    private readonly IReadOnlyList<Column> all;

    internal ResultTable(string type, string unit, IReadOnlyList<TableRow> rows, IReadOnlyList<Column> columns)
    {
        (Type, Unit, Rows, all) = (type, unit, rows, columns);
        Parameters = [.. rows[0].Measured.Parameters.Select(p => p.Key)];
        withTitles = Parameters.Count == 0 || rows.Any(row => row.Measured.Title != rows[0].Measured.Title);
        Columns = [.. columns.Where(column => rows.Any(row => column.Of(row) is not null))];
    }

    /// <summary>The class.</summary>
    public string Type { get; }

    /// <summary>What the run counts.</summary>
    public string Unit { get; }

    /// <summary>The rows, in the order of the run.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The names of their parameters.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>What stands above each column: of names first.</summary>
    public IEnumerable<string> Headings =>
        [.. Titles("Benchmark"), .. Parameters, .. Columns.Select(column => column.Heading(Unit))];

    /// <summary>What the columns of <paramref name="tables"/> mean: one sentence each.</summary>
    public static IEnumerable<string> Legend(IReadOnlyCollection<ResultTable> tables) => (tables.FirstOrDefault()?.all ?? [])
        .Where(column => tables.Any(table => table.Columns.Contains(column)))
        .Select(column => $"{column.Heading(tables.First().Unit)}: {column.Meaning}");

    /// <summary>What stands in a row, in the order of the headings.</summary>
    public Cell[] Cells(TableRow row) =>
    [
        .. Titles(new Cell(row.Measured.Title)),
        .. Parameters.Select(name => Parameter(row.Measured.Parameter(name))),
        .. Columns.Select(column => column.Of(row) ?? new Cell("")),
    ];

    private T[] Titles<T>(T title) => withTitles ? [title] : [];

    private static Cell Parameter(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? new Cell(value, number)
        : new Cell(value ?? "");
}
