using System.Text;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Collects SVG elements; colours come from svg.css, so that they follow light and dark.</summary>
internal sealed class SvgCanvas(Sheet sheet)
{
    // Beyond it a name is no help any more.
    private const int LongestName = 300;

    private readonly StringBuilder svg = new();

    /// <summary>What it is drawn on.</summary>
    public Sheet Sheet { get; } = sheet;

    public void Line(string style, double x1, double y1, double x2, double y2, string extra = "") =>
        svg.Append(
            $"<line class=\"{style}\" x1=\"{Markup.Pixel(x1)}\" y1=\"{Markup.Pixel(y1)}\" x2=\"{Markup.Pixel(x2)}\" "
                + $"y2=\"{Markup.Pixel(y2)}\"{extra}/>\n");

    public void Text(double x, double y, string text, string anchor = "start", string style = "plain", string extra = "") =>
        svg.Append(
            $"<text x=\"{Markup.Pixel(x)}\" y=\"{Markup.Pixel(y)}\" text-anchor=\"{anchor}\" "
                + $"class=\"{style}\"{extra}>{Markup.Text(text)}</text>\n");

    /// <summary>A measured point: what it says when pointed at, what a script reads back, and the elements it is made of.</summary>
    public void Point(string name, Judge.Summary summary, string says, string elements, string extra = "") =>
        svg.Append($"<g class=\"point\" data-name=\"{Markup.Text(Short(name))}\" data-value=\"{Markup.Exact(summary.Centre)}\"")
            .Append($" data-lower=\"{Markup.Exact(summary.Lower)}\" data-upper=\"{Markup.Exact(summary.Upper)}\"{extra}>")
            .Append($"<title>{Markup.Text(Short(says))}</title>{elements}</g>\n");

    public void Raw(string element) => svg.Append(element).Append('\n');

    public Drawing End(double height, string label) => new(Sheet, height, label, svg.ToString());

    private static string Short(string name) => TextWidth.Fit(name, LongestName, 1);
}

/// <summary>What was drawn.</summary>
/// <param name="Sheet">On what.</param>
/// <param name="Height">How high.</param>
/// <param name="Label">What it is, for those who don't see it.</param>
/// <param name="Elements">SVG.</param>
internal sealed record Drawing(Sheet Sheet, double Height, string Label, string Elements)
{
    /// <summary>As a part of a page.</summary>
    public string OnPage =>
        $"<svg class=\"{Sheet.Style}\" viewBox=\"0 0 {Markup.Pixel(Sheet.Width)} {Markup.Pixel(Height)}\" role=\"img\" "
        + $"aria-label=\"{Markup.Text(Label)}\">\n{Elements}</svg>\n";
}
