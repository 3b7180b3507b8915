using Bench.Results.Judge;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Lines through points, intervals and the points themselves.</summary>
internal static class CurveMarks
{
    public static string Polyline(string style, IEnumerable<(double X, double Y)> points) =>
        $"<polyline {style} points=\"{string.Join(' ', points.Select(p => $"{Markup.Pixel(p.X)},{Markup.Pixel(p.Y)}"))}\"/>";

    /// <summary>An interval that stands upright.</summary>
    public static string Interval(double x, Summary summary, Axis y, string colour) =>
        $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{Markup.Pixel(x)}\" y1=\"{Markup.Pixel(y.At(summary.Lower))}\" "
        + $"x2=\"{Markup.Pixel(x)}\" y2=\"{Markup.Pixel(y.At(summary.Upper))}\"/>";

    public static string Point(double x, double y, string colour, bool isHollow) =>
        Circle(Markup.Pixel(x), Markup.Pixel(y), colour, isHollow);

    public static string Circle(string x, string y, string colour, bool isHollow) =>
        $"<circle class=\"mark\" cx=\"{x}\" cy=\"{y}\" r=\"4\" stroke=\"{colour}\" stroke-width=\"2\" "
        + $"fill=\"{(isHollow ? "var(--bg)" : colour)}\"/>";

    public static string Ring(double x, double y) => $"<circle class=\"knee\" cx=\"{Markup.Pixel(x)}\" cy=\"{Markup.Pixel(y)}\" r=\"9\"/>";
}
