using System.Text;
using Bench.Results.Judge;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Compare;

/// <summary>Many runs side by side as one self-contained page, or as a part of one.</summary>
internal static class HtmlSideBySide
{
    public static string Write(Normalised runs)
    {
        var body = new StringBuilder("<h1>Runs side by side</h1>\n");
        Append(body, runs);
        return HtmlPage.Wrap("Runs side by side", body);
    }

    /// <summary>Appends what differs, and a table a class.</summary>
    public static void Append(StringBuilder body, Normalised runs)
    {
        body.Append($"<p class=\"lead\">{Markup.Text(SideBySideText.Headline(runs))}</p>\n");
        if (runs.Runs.Differences.Count > 0)
        {
            body.Append("<h3>The environments differ</h3>\n");
            var facts = new HtmlTable(body, ["What", .. runs.Runs.Columns.Select(c => c.Name), "Matters"]);
            foreach (var fact in runs.Runs.Differences)
                facts.Row(null,
                    [new Cell(fact.Label), .. fact.Values.Select(v => new Cell(SideBySideText.Value(v))),
                        new Cell(fact.Matters ? "yes" : "")]);
            facts.End();
        }

        foreach (var rows in runs.Classes)
            AppendClass(body, runs, rows);
        body.Append($"<p class=\"small\">{Markup.Text(SideBySideText.Legend(runs))}</p>\n");
    }

    private static void AppendClass(StringBuilder body, Normalised runs, NormalisedClass rows)
    {
        body.Append($"<h3>{Markup.Text(rows.Type)}</h3>\n");
        var table = new HtmlTable(body, ["Benchmark", .. runs.Runs.Columns.Select((_, i) => SideBySideText.Heading(runs, i))]);
        foreach (var row in rows.Rows)
            table.Row(null, [new Cell(row.Row.ShortName), .. row.Cells.Select((cell, i) => Shown(runs, i, cell))]);
        table.End();
        if (rows.Shared > 0)
            body.Append(
                $"<p class=\"small\">{Markup.Text(char.ToUpperInvariant(SideBySideText.Mean(rows)[0]) + SideBySideText.Mean(rows)[1..])}: ")
                .AppendJoin(", ", rows.Means.Select((mean, i) => Markup.Text($"{runs.Runs.Columns[i].Name} {Numbers.Ratio(mean)}")))
                .Append("</p>\n");
    }

    private static Cell Shown(Normalised runs, int column, NormalisedCell? cell) => cell is null
        ? new Cell("")
        : new Cell(SideBySideText.Cell(runs, column, cell),
            runs.Runs.Columns[column] == runs.Reference ? cell.Centre : cell.Ratio ?? cell.Centre);
}
