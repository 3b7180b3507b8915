using System.Text;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Writes SVG elements; colours come from the page's style, so that they follow light and dark.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _svg = new();

    public SvgCanvas(string style, double width, double height, string label) => _svg.Append(
        $"<svg class=\"{style}\" viewBox=\"0 0 {Markup.Pixel(width)} {Markup.Pixel(height)}\" role=\"img\" aria-label=\"{Markup.Text(label)}\">\n");

    public void Line(string style, double x1, double y1, double x2, double y2, string extra = "") =>
        _svg.Append($"<line class=\"{style}\" x1=\"{Markup.Pixel(x1)}\" y1=\"{Markup.Pixel(y1)}\" x2=\"{Markup.Pixel(x2)}\" y2=\"{Markup.Pixel(y2)}\"{extra}/>\n");

    public void Text(double x, double y, string text, string anchor = "start", string style = "", string extra = "") =>
        _svg.Append($"<text x=\"{Markup.Pixel(x)}\" y=\"{Markup.Pixel(y)}\" text-anchor=\"{anchor}\" class=\"{style}\"{extra}>{Markup.Text(text)}</text>\n");

    public void Raw(string element) => _svg.Append(element).Append('\n');

    public string End() => _svg.Append("</svg>\n").ToString();

    /// <summary>What a point shows when pointed at, and what a script reads back.</summary>
    public static string PointAttributes(string name, Judge.Summary summary) =>
        $" data-name=\"{Markup.Text(name)}\" data-value=\"{Markup.Exact(summary.Centre)}\" data-lower=\"{Markup.Exact(summary.Lower)}\" data-upper=\"{Markup.Exact(summary.Upper)}\"";
}
