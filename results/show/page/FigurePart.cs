using System.Text;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Page;

/// <summary>A figure on the page: for wide and for narrow screens, of which the style sheet shows one.</summary>
internal static class FigurePart
{
    public static void Append(StringBuilder body, Figure figure) => body
        .Append($"<h2>Figure {figure.Number}: {Markup.Text(figure.Heading)}</h2>\n<figure class=\"figure{figure.Number}\">\n")
        .Append(figure.Legend.OnPage)
        .Append(figure.Draw(Sheet.Wide).OnPage)
        .Append(figure.Draw(Sheet.Narrow).OnPage)
        .Append($"<figcaption>{Markup.Text(figure.Caption)}</figcaption></figure>\n");
}
