using System.Text;
using Bench.Results.Judge;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Compare;

/// <summary>A comparison as one self-contained page.</summary>
internal static class HtmlComparison
{
    public static string Write(Judgement judgement)
    {
        var body = new StringBuilder();
        body.Append($"<h1>Comparison</h1><p class=\"lead\">{Markup.Text(ComparisonText.Headline(judgement))}</p>\n");
        foreach (string note in judgement.Notes)
            body.Append($"<p class=\"note\">{Markup.Text(note)}</p>\n");
        if (judgement.Pairing.Differences.Count > 0)
            Markup.AppendList(body, "The environments differ", judgement.Pairing.Differences.Select(ComparisonText.Difference));
        foreach (var (type, mean, rows) in judgement.Classes)
            AppendClass(body, judgement.Pairing.Head.Unit, type, mean, rows);
        foreach (var (heading, items) in ComparisonText.Appendix(judgement))
            Markup.AppendList(body, heading, items);
        body.Append($"<p class=\"small\">{Markup.Text(ComparisonText.Legend(judgement))}</p>\n");
        return HtmlPage.Wrap("Comparison of two runs", body);
    }

    private static void AppendClass(StringBuilder body, string unit, string type, double mean, IReadOnlyList<RowJudgement> rows)
    {
        body.Append($"<h2>{Markup.Text(type)}</h2>\n");
        var table = new HtmlTable(body, ["Benchmark", $"Base {unit}", $"Head {unit}", "Ratio", "95 % interval", "Launches", "Verdict"]);
        foreach (var row in rows)
            table.Row(
                row.Verdict == Verdict.Regression ? "bad" : row.Verdict == Verdict.Improvement ? "good" : null,
                new Cell(row.Row.ShortName),
                new Cell(Numbers.Value(row.BaseCentre), row.BaseCentre),
                new Cell(Numbers.Value(row.HeadCentre), row.HeadCentre),
                new Cell(Numbers.Ratio(row.Ratio), row.Ratio),
                new Cell(Numbers.Interval(row.Lower, row.Upper), row.Lower),
                new Cell($"{row.BaseLaunches}+{row.HeadLaunches}", row.BaseLaunches + row.HeadLaunches),
                new Cell(ComparisonText.Word(row.Verdict)));
        table.End();
        body.Append($"<p class=\"small\">Geometric mean of {rows.Count} {(rows.Count == 1 ? "ratio" : "ratios")}: ")
            .Append($"{Numbers.Ratio(mean)}</p>\n");
    }
}
