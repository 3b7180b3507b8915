using System.Text;
using Bench.Results.Profiles;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Profiles;

/// <summary>A page of rows: where the time goes by stages, as a flame graph, and as a table. It needs no network.</summary>
public static class ProfilePage
{
    private const string Title = "Where the time goes";

    /// <summary>The whole file.</summary>
    public static string Write(IReadOnlyList<Profile> profiles)
    {
        var body = new StringBuilder($"<h1>{Title}</h1>\n");
        foreach (var profile in profiles)
            Append(body, profile);
        Markup.AppendList(body, "How to read it", ProfileText.NoteLines(profiles));
        return HtmlPage.Wrap(Title, body);
    }

    private static void Append(StringBuilder body, Profile profile)
    {
        body.Append($"<section><h2>{Markup.Text(profile.Title)}</h2>\n");
        foreach (string line in ProfileText.Head(profile))
            body.Append($"<p>{Markup.Text(line)}</p>\n");
        Figure(body, sheet => StageBar.Draw(profile, sheet), "Each stage as wide as its share.");
        Figure(body, sheet => FlameGraph.Draw(profile, sheet),
            "What was called stands below what called it, as wide as it was often seen, in the colour of its stage.");
        var table = new HtmlTable(body, ["Stage", "Share", "95 %", $"ns/{profile.Operation}"]);
        foreach (var stage in new Breakdown(profile, StageTable.Own).Stages)
            table.Row(null, [new Cell(stage.Name), .. ProfileText.Cells(stage, profile)]);
        table.End();
        body.Append("</section>\n");
    }

    private static void Figure(StringBuilder body, Func<Sheet, Drawing> draw, string caption) =>
        body.Append($"<figure>{draw(Sheet.Wide).OnPage}{draw(Sheet.Narrow).OnPage}")
            .Append($"<figcaption>{Markup.Text(caption)}</figcaption></figure>\n");
}
