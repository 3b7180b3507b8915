using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Page;

/// <summary>One page that shows whole runs: figures, tables, environment, marks.</summary>
public static class ReportPage
{
    /// <summary>The page's text; it needs no network, and no script to be read.</summary>
    /// <param name="runs">The runs; several are also laid side by side.</param>
    /// <param name="reference">The run they are then normalised to.</param>
    /// <param name="notes">What else to say at the top.</param>
    public static string Write(IReadOnlyList<Run> runs, string reference = SideBySide.First, IReadOnlyList<string>? notes = null)
    {
        var body = new StringBuilder("<h1>Function calls, system calls and page faults</h1>\n");
        body.AppendJoin("", (notes ?? []).Select(note => $"<p class=\"note\">{Markup.Text(note)}</p>\n"));
        if (runs.Count > 1)
        {
            body.Append("<ul>");
            for (int i = 0; i < runs.Count; i++)
                body.Append($"<li><a href=\"#run{i}\">{Markup.Text(Title(runs[i]))}</a></li>");
            body.Append("</ul>\n<h2>Side by side</h2>\n");
            if (runs.Select(r => r.Unit).Distinct().Count() == 1)
                HtmlSideBySide.Append(body, Normalised.To(SideBySide.Of(runs), reference));
            else
                body.Append("<p>Some of these runs count instructions and others nanoseconds: no table could hold both.</p>\n");
        }

        for (int i = 0; i < runs.Count; i++)
            AppendRun(body, runs[i], i, runs.Count > 1);
        return HtmlPage.Wrap("Function calls, system calls and page faults", body);
    }

    private static void AppendRun(StringBuilder body, Run run, int index, bool among)
    {
        var calls = LatencyFigure.Of(run);
        var faults = PagesFigure.Of(run);
        var batches = BatchFigure.Of(run);
        var advice = new AdvicePart(run);
        body.Append($"<section id=\"run{index}\">\n");
        if (among)
            body.Append($"<h2>{Markup.Text(Title(run))}</h2>\n");
        body.AppendJoin("", run.Notes.Select(note => $"<p class=\"note\">{Markup.Text(note)}</p>\n"));
        advice.AppendAnswer(body);
        if (!among)
            body.Append($"<p class=\"small\">{Markup.Text(Title(run))}</p>\n");
        string[] headlines = FigureSentences.Headlines(calls, faults, batches).ToArray();
        if (headlines.Length > 0)
            body.Append("<ul class=\"facts\">").AppendJoin("", headlines.Select(h => $"<li>{Markup.Text(h)}</li>")).Append("</ul>\n");
        foreach (string line in UnitNote.Of(run.Unit))
            body.Append($"<p class=\"note\">{Markup.Text(line)}</p>\n");
        if (calls is not null)
            FigurePart.Append(body, Figure.Of(calls));
        foreach (var curves in new[] { faults, batches }.OfType<CurveFigure>())
            AppendCurves(body, curves);
        advice.AppendFigure(body);
        TouchPartsSection.Append(body, run);
        RunTables.Append(body, run);
        body.Append("</section>\n");
    }

    private static void AppendCurves(StringBuilder body, CurveFigure figure)
    {
        FigurePart.Append(body, Figure.Of(figure));
        var (entry, part) = (figure.Words.Entry, figure.Words.Part);
        var fitted = figure.Series.Where(s => s.Model is not null).ToArray();
        if (fitted.Length == 0)
            return;
        body.Append(
            $"<h3>The cost of a {entry} and of {Article(part)} {part}</h3>\n<p>The points follow t(n) = a/n + b, where n is "
                + $"{figure.Words.Across}: a is what a {entry} costs, b what {Article(part)} {part} costs.</p>\n");
        var table = new HtmlTable(body,
            [char.ToUpperInvariant(figure.Words.Line[0]) + figure.Words.Line[1..], $"a: {figure.Unit} per {entry}", "95 % interval",
                $"b: {figure.Unit} per {part}", "95 % interval", "Off the curve", "Knee"]);
        foreach (var series in fitted)
        {
            var model = series.Model!;
            table.Row(null,
                new Cell(series.Name),
                new Cell(Numbers.Value(model.PerFault), model.PerFault),
                new Cell($"± {Numbers.Value(model.PerFaultMargin)}", model.PerFaultMargin),
                new Cell(Numbers.Value(model.PerPage), model.PerPage),
                new Cell($"± {Numbers.Value(model.PerPageMargin)}", model.PerPageMargin),
                new Cell(Numbers.Percent(model.Misfit), model.Misfit),
                new Cell($"{series.Knee}", series.Knee));
        }

        table.End();
        body.Append("<ul>\n").AppendJoin("", fitted.Select(s => $"<li>{Markup.Text(FigureSentences.Sentence(s, s.Model!, figure))}</li>\n"))
            .Append("</ul>\n");
    }

    private static string Article(string word) => word[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";

    private static string Title(Run run)
    {
        var facts = run.Environment.Where(f => f.Key is "kernel" or "cpu" or "host.OsVersion" or "host.ProcessorName").Select(f => f.Value);
        return string.Join(" · ", facts.Prepend(run.Source));
    }
}
