using System.Text;

namespace Bench.Results.Show.Page;

/// <summary>Writes SVG elements; colours come from the page's style, so that they follow light and dark.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _svg = new();

    public SvgCanvas(string style, double width, double height, string label) => _svg.Append(
        $"<svg class=\"{style}\" viewBox=\"0 0 {Html.Pixel(width)} {Html.Pixel(height)}\" role=\"img\" aria-label=\"{Html.Text(label)}\">\n");

    public void Line(string style, double x1, double y1, double x2, double y2, string extra = "") =>
        _svg.Append($"<line class=\"{style}\" x1=\"{Html.Pixel(x1)}\" y1=\"{Html.Pixel(y1)}\" x2=\"{Html.Pixel(x2)}\" y2=\"{Html.Pixel(y2)}\"{extra}/>\n");

    public void Text(double x, double y, string text, string anchor = "start", string style = "", string extra = "") =>
        _svg.Append($"<text x=\"{Html.Pixel(x)}\" y=\"{Html.Pixel(y)}\" text-anchor=\"{anchor}\" class=\"{style}\"{extra}>{Html.Text(text)}</text>\n");

    public void Raw(string element) => _svg.Append(element).Append('\n');

    public string End() => _svg.Append("</svg>\n").ToString();

    /// <summary>What a point shows when pointed at, and what a script reads back.</summary>
    public static string PointAttributes(string name, Judge.Summary summary) =>
        $" data-name=\"{Html.Text(name)}\" data-value=\"{Html.Exact(summary.Centre)}\" data-lower=\"{Html.Exact(summary.Lower)}\" data-upper=\"{Html.Exact(summary.Upper)}\"";
}
