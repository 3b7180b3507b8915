using System.Text;
using Bench.Results.Judge.Tries;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Tries;

/// <summary>A page of a command that was tried: the sentence, the figure and the table. It needs no network.</summary>
public static class TryPage
{
    private const string Caption = "Left is faster, down is less memory. Full points were judged, with 95 % intervals; hollow ones were "
        + "looked at twice to choose the best, and their lines go from one to the other.";

    /// <summary>The whole file.</summary>
    /// <param name="recommendation">What was found.</param>
    /// <param name="command">The command as a shell takes it.</param>
    public static string Write(Recommendation recommendation, string command)
    {
        var body = new StringBuilder($"<h1>{Markup.Text(command)}</h1>\n<p>{Markup.Text(TryText.Where(recommendation.Attempt))}</p>\n");
        body.Append($"<p><strong>{Markup.Text(TryText.Sentence(recommendation))}</strong></p>\n");
        foreach (string line in TryText.HowTo(recommendation))
            body.Append($"<pre>{Markup.Text(line)}</pre>\n");
        if (TimeMemorySvg.HasPoints(recommendation))
            Figure(body, recommendation);
        var table = new TryTable(recommendation);
        var html = new HtmlTable(body, table.Headings);
        foreach (var row in table.Rows)
            html.Row(null, row);
        html.End();
        Markup.AppendList(body, "How to read it", TryText.Notes(recommendation));
        return HtmlPage.Wrap(command, body);
    }

    private static void Figure(StringBuilder body, Recommendation recommendation) =>
        body.Append("<figure>").Append(TimeMemorySvg.Legend(recommendation).OnPage)
            .Append(TimeMemorySvg.Draw(recommendation, Sheet.Wide).OnPage).Append(TimeMemorySvg.Draw(recommendation, Sheet.Narrow).OnPage)
            .Append($"<figcaption>{Markup.Text(Caption)}</figcaption></figure>\n");
}
