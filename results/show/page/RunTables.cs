using System.Text;
using Bench.Results.Data;
using Bench.Results.Show.Html;
using Bench.Results.Show.Table;

namespace Bench.Results.Show.Page;

/// <summary>Everything a run measured, in tables.</summary>
internal static class RunTables
{
    public static void Append(StringBuilder body, Run run)
    {
        ResultTable[] tables = [.. new MeasuredRows(run).Tables];
        body.Append("<h2>All results</h2>\n");
        foreach (var results in tables)
            AppendClass(body, results);
        body.Append("<details><summary>What the columns mean</summary><ul class=\"small\">\n")
            .AppendJoin("", ResultTable.Legend(tables).Select(line => $"<li>{Markup.Text(line)}</li>\n"))
            .Append("</ul></details>\n");
        if (RunSections.WithCare(run) is { Count: > 0 } remarks)
            Markup.AppendList(body, "Rows to read with care", remarks);
        if (run.LeftOut.Count > 0)
            Markup.AppendList(body, "Not measured", LeftOutText.Lines(run.LeftOut));
        AppendEnvironment(body, run);
    }

    private static void AppendClass(StringBuilder body, ResultTable results)
    {
        body.Append($"<h3>{Markup.Text(results.Type)}</h3>\n");
        var table = new HtmlTable(body, results.Headings);
        foreach (var row in results.Rows)
            table.Row(row.Measured.Marks.Count > 0 ? "bad" : null, results.Cells(row));
        table.End();
    }

    private static void AppendEnvironment(StringBuilder body, Run run)
    {
        body.Append("<h2>Environment</h2>\n");
        var table = new HtmlTable(body, ["What", "Value", "Must agree to compare"]);
        foreach (var fact in run.Environment)
            table.Row(null, new Cell(fact.Label), new Cell(fact.Value), new Cell(fact.Matters ? "yes" : ""));
        table.End();
    }
}
