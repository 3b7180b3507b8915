using System.Text;
using Bench.Results.Data;

namespace Bench.Results.Show.Table;

/// <summary>Results of one class as CSV (RFC 4180): a line a row, and one a row that was not measured, which says why.</summary>
public static class CsvResults
{
    /// <summary>The whole text.</summary>
    public static string Write(Run run)
    {
        var text = new StringBuilder();
        foreach (var table in new MeasuredRows(run).Tables)
            Append(text, table, run.LeftOut);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ResultTable table, IReadOnlyList<LeftOut> leftOut)
    {
        string[] headings = [.. table.Headings];
        Line(text, ["Row", .. headings, "Not measured"]);
        foreach (var row in table.Rows)
            Line(text, [row.Measured.FullName, .. table.Cells(row).Select(cell => cell.Text), ""]);
        foreach (var row in leftOut)
            Line(text, [row.Benchmark, .. headings.Select(_ => ""), row.Reason]);
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Csv.Cell)).Append('\n');
}
