using System.Text;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>A figure of curves as SVG.</summary>
internal static class CurveSvg
{
    /// <summary>How many the style sheet has.</summary>
    public const int Colours = 6;

    public static string Draw(CurveFigure figure, bool narrow)
    {
        double width = narrow ? 360 : 940, height = narrow ? 380 : 460, left = narrow ? 46 : 64, right = width - 12, top = 14, bottom = height - 46;
        var points = figure.Series.SelectMany(s => s.Points).ToArray();
        var x = Axis.Doublings(points.Min(p => p.Size), points.Max(p => p.Size), left, right);
        // A linear axis begins at zero and shows the floor anyway; only one by decades has to be told where to begin.
        var (lowest, highest) = (points.Min(p => p.Summary.Centre), points.Max(p => p.Summary.Upper));
        var y = Axis.Values(lowest, highest, bottom, top);
        if (y.IsLog)
            y = Axis.Decades(Math.Min(Math.Max(points.Min(p => p.Summary.Lower), lowest / 10), figure.Floor?.Value ?? double.PositiveInfinity), highest, bottom, top);
        var svg = new SvgCanvas(narrow ? "narrow" : "wide", width, height, $"{figure.Unit} per {figure.Words.Part} against {figure.Words.Across}");
        Frame(svg, figure, x, y, narrow);
        foreach (var series in figure.Series)
            Series(svg, figure, series, x, y);
        return svg.End();
    }

    /// <summary>Colour by group; dashes and hollow points, so that lines of a group differ without colour too.</summary>
    public static string Legend(CurveFigure figure)
    {
        var html = new StringBuilder("<p class=\"legend\">");
        foreach (var series in figure.Series)
        {
            var colour = Colour(figure, series);
            html.Append($"<span><svg viewBox=\"0 0 34 12\" aria-hidden=\"true\"><line class=\"line{Dashes(series)}\" stroke=\"{colour}\" x1=\"0\" y1=\"6\" x2=\"34\" y2=\"6\"/><circle cx=\"17\" cy=\"6\" r=\"4\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"{Fill(series, colour)}\"/></svg>{Markup.Text(series.Name)}</span>\n");
        }

        return html.Append("</p>\n").ToString();
    }

    private static void Frame(SvgCanvas svg, CurveFigure figure, Axis x, Axis y, bool narrow)
    {
        foreach (var tick in y.Ticks)
        {
            svg.Line("grid", x.From, y.At(tick), x.To, y.At(tick));
            svg.Text(x.From - 6, y.At(tick) + 4, Numbers.Round(tick), "end", "soft", $" data-tick=\"{Markup.Exact(tick)}\" data-at=\"{Markup.Pixel(y.At(tick))}\"");
        }

        for (var i = 0; i < x.Ticks.Count; i++)
            if (!narrow || i % 2 == 0)
                svg.Text(x.At(x.Ticks[i]), y.From + 18, Markup.Exact(x.Ticks[i]), "middle", "soft");
        svg.Line("axis", x.From, y.From, x.To, y.From);
        svg.Text((x.From + x.To) / 2, y.From + 38, $"{figure.Words.Across}; vertical: {figure.Unit} per {figure.Words.Part}{(y.IsLog ? ", logarithmic" : "")}", "middle", "soft");
        if (figure.Floor is { } floor)
        {
            svg.Line("floor", x.From, y.At(floor.Value), x.To, y.At(floor.Value), $" data-floor=\"{Markup.Exact(floor.Value)}\"");
            svg.Text(x.From + 6, y.At(floor.Value) - 5, $"{floor.Name} {Numbers.Value(floor.Value)}", "start", "soft");
        }
    }

    private static void Series(SvgCanvas svg, CurveFigure figure, CurveSeries series, Axis x, Axis y)
    {
        var colour = Colour(figure, series);
        svg.Raw($"<polyline class=\"line{Dashes(series)}\" stroke=\"{colour}\" points=\"{string.Join(' ', series.Points.Select(p => $"{Markup.Pixel(x.At(p.Size))},{Markup.Pixel(y.At(p.Summary.Centre))}"))}\"/>");
        foreach (var point in series.Points)
        {
            string at = Markup.Pixel(x.At(point.Size)), centre = Markup.Pixel(y.At(point.Summary.Centre));
            svg.Raw($"<g class=\"point\"{SvgCanvas.PointAttributes(point.Row.FullName, point.Summary)} data-size=\"{point.Size}\">"
                + $"<title>{Markup.Text($"{series.Name}, {point.Size} {figure.Words.Across}: {Numbers.Value(point.Summary.Centre)} {figure.Unit} per {figure.Words.Part}, 95 % {Numbers.Range(point.Summary.Lower, point.Summary.Upper)}")}</title>"
                + $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{at}\" y1=\"{Markup.Pixel(y.At(Math.Max(point.Summary.Lower, y.Low)))}\" x2=\"{at}\" y2=\"{Markup.Pixel(y.At(point.Summary.Upper))}\"/>"
                + (point.Size == series.Knee ? $"<circle class=\"knee\" cx=\"{at}\" cy=\"{centre}\" r=\"9\"/>" : "")
                + $"<circle class=\"mark\" cx=\"{at}\" cy=\"{centre}\" r=\"4\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"{Fill(series, colour)}\"/></g>");
        }
    }

    private static string Colour(CurveFigure figure, CurveSeries series) => $"var(--s{figure.ColourOf(series) % Colours})";

    private static string Dashes(CurveSeries series) => series.IsDashed ? " random" : "";

    private static string Fill(CurveSeries series, string colour) => series.IsDashed ? "var(--bg)" : colour;
}
