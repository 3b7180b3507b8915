using System.Text;
using Bench.Results.Data;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Page;

/// <summary>The page's part that says where a first touch goes: figure 5, the sentences, and the table of all parts.</summary>
internal static class TouchPartsSection
{
    /// <summary>Nothing where the run took nothing apart.</summary>
    public static void Append(StringBuilder body, Run run)
    {
        if (TouchPartsFigure.Of(run) is not { } figure)
            return;
        FigurePart.Append(body, Figure.Of(figure));
        var sentences = figure.Touches.Select(touch => TouchPartsText.Sentence(touch, run.Unit));
        AppendLines(body, sentences.Concat(figure.Touches.SelectMany(TouchPartsText.Remarks)));
        var table = new HtmlTable(body, TouchPartsText.Headings(run.Unit));
        foreach (var row in figure.Touches.SelectMany(TouchPartsText.Rows))
            table.Row(null, row);
        table.End();
        AppendLines(body, TouchPartsText.Legend(figure.Touches));
    }

    private static void AppendLines(StringBuilder body, IEnumerable<string> lines) =>
        body.Append("<ul>\n").AppendJoin("", lines.Select(line => $"<li>{Markup.Text(line)}</li>\n")).Append("</ul>\n");
}
