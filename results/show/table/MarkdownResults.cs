using System.Text;
using Bench.Results.Data;

namespace Bench.Results.Show.Table;

/// <summary>Results as markdown: a table a class, what its columns mean, and what else there is to say of the run.</summary>
public static class MarkdownResults
{
    /// <summary>The whole text.</summary>
    public static string Write(Run run)
    {
        ResultTable[] tables = [.. new MeasuredRows(run).Tables];
        var text = new StringBuilder();
        foreach (string note in run.Notes)
            text.Append($"> {Markdown.Text(note)}\n\n");
        foreach (var table in tables)
            Append(text, table);
        foreach (string line in ResultTable.Legend(tables))
            text.Append($"- {Markdown.Text(line)}\n");
        foreach (var (title, lines) in RunSections.Of(run))
            text.Append($"\n## {title}\n\n").AppendJoin("", lines.Select(line => $"- {Markdown.Text(line)}\n"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, ResultTable table)
    {
        text.Append($"## {Markdown.Text(table.Type)}\n\n");
        Line(text, table.Headings.Select(Markdown.Text));
        Line(text, table.Headings.Select((_, i) => IsNumeric(table, i) ? "---:" : "---"));
        foreach (var row in table.Rows)
            Line(text, table.Cells(row).Select(cell => Markdown.Text(cell.Text)));
        text.Append('\n');
    }

    private static bool IsNumeric(ResultTable table, int column) =>
        column - (table.Headings.Count() - table.Columns.Count) is >= 0 and var at && table.Columns[at].IsNumeric;

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
