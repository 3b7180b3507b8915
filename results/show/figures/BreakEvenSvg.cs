using Bench.Results.Show.Advice;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 4 as SVG: a line per mechanism.</summary>
internal static class BreakEvenSvg
{
    public static string Draw(BreakEvenFigure figure, bool narrow)
    {
        double width = narrow ? 360 : 940, height = narrow ? 320 : 380, left = narrow ? 58 : 72, right = width - 12, top = 14, bottom = height - 46;
        var points = figure.Series.SelectMany(s => s.Points).ToArray();
        var x = Axis.Doublings(points.Min(p => p.Pages), points.Max(p => p.Pages), left, right);
        var y = Axis.Decades(points.Min(p => p.Density.Lower), 1, bottom, top);
        var svg = new SvgCanvas(narrow ? "narrow" : "wide", width, height, "Density from which on preallocation pays, against pages at once");
        foreach (var tick in y.Ticks)
        {
            svg.Line("grid", x.From, y.At(tick), x.To, y.At(tick));
            svg.Text(x.From - 6, y.At(tick) + 4, AdviceText.Density(tick), "end", "soft", $" data-tick=\"{Markup.Exact(tick)}\" data-at=\"{Markup.Pixel(y.At(tick))}\"");
        }

        for (var i = 0; i < x.Ticks.Count; i++)
            if (!narrow || i % 2 == 0)
                svg.Text(x.At(x.Ticks[i]), y.From + 18, Markup.Exact(x.Ticks[i]), "middle", "soft");
        svg.Line("axis", x.From, y.From, x.To, y.From);
        svg.Text((x.From + x.To) / 2, y.From + 38, $"pages at once; vertical: part of the pages touched{(narrow ? "" : ", logarithmic")}", "middle", "soft");
        foreach (var series in figure.Series)
            Series(svg, series, Colour(figure, series), x, y);
        return svg.End();
    }

    /// <summary>Each mechanism in the colour it has in figure 2.</summary>
    public static string Legend(BreakEvenFigure figure) => "<p class=\"legend\">" + string.Concat(figure.Series.Select(series =>
        $"<span><svg viewBox=\"0 0 34 12\" aria-hidden=\"true\"><line class=\"line\" stroke=\"{Colour(figure, series)}\" x1=\"0\" y1=\"6\" x2=\"34\" y2=\"6\"/><circle cx=\"17\" cy=\"6\" r=\"4\" fill=\"{Colour(figure, series)}\"/></svg>{Markup.Text(series.Mechanism)}</span>\n")) + "</p>\n";

    private static void Series(SvgCanvas svg, BreakEvenSeries series, string colour, Axis x, Axis y)
    {
        svg.Raw($"<polyline class=\"line\" stroke=\"{colour}\" points=\"{string.Join(' ', series.Points.Select(p => $"{Markup.Pixel(x.At(p.Pages))},{Markup.Pixel(y.At(p.Density.Centre))}"))}\"/>");
        foreach (var point in series.Points)
        {
            var at = Markup.Pixel(x.At(point.Pages));
            svg.Raw($"<g class=\"point\"{SvgCanvas.PointAttributes(point.Name, point.Density)} data-pages=\"{point.Pages}\">"
                + $"<title>{Markup.Text($"{point.Name} pays from {AdviceText.Density(point.Density.Centre)} of the pages on, 95 % {AdviceText.Density(point.Density.Lower)}..{AdviceText.Density(point.Density.Upper)}")}</title>"
                + $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{at}\" y1=\"{Markup.Pixel(y.At(Math.Max(point.Density.Lower, y.Low)))}\" x2=\"{at}\" y2=\"{Markup.Pixel(y.At(point.Density.Upper))}\"/>"
                + $"<circle class=\"mark\" cx=\"{at}\" cy=\"{Markup.Pixel(y.At(point.Density.Centre))}\" r=\"4\" fill=\"{colour}\"/></g>");
        }
    }

    private static string Colour(BreakEvenFigure figure, BreakEvenSeries series) =>
        $"var(--s{figure.Mechanisms.ToList().IndexOf(series.Mechanism) % CurveSvg.Colours})";
}
