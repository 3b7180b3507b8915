using System.Text;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>Many runs side by side as markdown.</summary>
internal static class MarkdownSideBySide
{
    public static string Write(Normalised runs)
    {
        var text = new StringBuilder($"**{Markdown.Text(SideBySideText.Headline(runs))}**\n");
        if (runs.Runs.Differences.Count > 0)
        {
            text.Append("\nThe environments differ:\n\n");
            Head(text, "What", "---", runs.Runs.Columns.Select(c => c.Name));
            foreach (var fact in runs.Runs.Differences)
                Line(text, fact.Matters ? $"**{Markdown.Text(fact.Label)}**" : Markdown.Text(fact.Label),
                    fact.Values.Select(SideBySideText.Value));
            text.Append("\nTimes mean different things where a line in bold differs.\n");
        }

        foreach (var rows in runs.Classes)
        {
            text.Append($"\n### {Markdown.Text(rows.Type)}\n\n");
            Head(text, "Benchmark", "---:", runs.Runs.Columns.Select((_, i) => SideBySideText.Heading(runs, i)));
            foreach (var row in rows.Rows)
                Line(text, Markdown.Text(row.Row.ShortName), row.Cells.Select((cell, i) => SideBySideText.Cell(runs, i, cell)));
            if (rows.Shared > 0)
                Line(text, $"*{SideBySideText.Mean(rows)}*", rows.Means.Select(Numbers.Ratio));
        }

        return text.Append($"\n{Markdown.Text(SideBySideText.Legend(runs))}\n").ToString();
    }

    private static void Head(StringBuilder text, string first, string alignment, IEnumerable<string> names)
    {
        string[] columns = [.. names];
        Line(text, first, columns);
        text.Append("| --- |").Insert(text.Length, $" {alignment} |", columns.Length).Append('\n');
    }

    private static void Line(StringBuilder text, string first, IEnumerable<string> cells) =>
        text.Append($"| {first} |").AppendJoin("", cells.Select(c => $" {Markdown.Text(c)} |")).Append('\n');
}
