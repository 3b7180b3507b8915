using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 1 as SVG: bars on a log scale.</summary>
internal static class LatencySvg
{
    /// <summary>Labels left of the bars where there is room, above them where there is none.</summary>
    public static string Draw(LatencyFigure figure, bool narrow)
    {
        double width = narrow ? 360 : 940, left = narrow ? 8 : 300, right = width - (narrow ? 96 : 120), step = narrow ? 38 : 24, top = 8;
        var bottom = top + step * figure.Bars.Count;
        var axis = Axis.Decades(figure.Bars.Min(b => b.Summary.Lower), figure.Bars.Max(b => b.Summary.Upper), left, right);
        var svg = new SvgCanvas(narrow ? "narrow" : "wide", width, bottom + 40, $"{figure.Unit} per call on a logarithmic scale");
        foreach (var tick in axis.Ticks)
        {
            svg.Line("grid", axis.At(tick), top, axis.At(tick), bottom);
            svg.Text(axis.At(tick), bottom + 16, Numbers.Round(tick), "middle", "soft", $" data-tick=\"{Markup.Exact(tick)}\"");
        }

        for (var i = 0; i < figure.Bars.Count; i++)
            Bar(svg, figure, figure.Bars[i], axis, top + step * i, narrow);
        svg.Text((left + right) / 2, bottom + 34, $"{figure.Unit} per call, logarithmic", "middle", "soft");
        return svg.End();
    }

    private static void Bar(SvgCanvas svg, LatencyFigure figure, LatencyBar bar, Axis axis, double y, bool narrow)
    {
        var middle = y + (narrow ? 26 : 12);
        var colour = bar.Row.Type == "FunctionCall" || bar.Row.Method == Pair.Reference.FunctionCall ? "var(--s1)" : "var(--s0)";
        if (narrow)
            svg.Text(axis.From, y + 15, bar.Row.ShortName);
        else
            svg.Text(axis.From - 8, middle + 4, Shortened(bar.Row.ShortName), "end");
        var centre = axis.At(bar.Summary.Centre);
        svg.Raw($"<g class=\"point\"{SvgCanvas.PointAttributes(bar.Row.FullName, bar.Summary)}><title>{Markup.Text($"{bar.Row.FullName}: {Numbers.Value(bar.Summary.Centre)} {figure.Unit}, 95 % {Numbers.Range(bar.Summary.Lower, bar.Summary.Upper)}")}</title>"
            + $"<rect class=\"bar\" x=\"{Markup.Pixel(axis.From)}\" y=\"{Markup.Pixel(middle - 6)}\" width=\"{Markup.Pixel(centre - axis.From)}\" height=\"12\" fill=\"{colour}\"/>"
            + $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{Markup.Pixel(axis.At(bar.Summary.Lower))}\" y1=\"{Markup.Pixel(middle)}\" x2=\"{Markup.Pixel(axis.At(bar.Summary.Upper))}\" y2=\"{Markup.Pixel(middle)}\"/>"
            + $"<circle cx=\"{Markup.Pixel(centre)}\" cy=\"{Markup.Pixel(middle)}\" r=\"4\" fill=\"{colour}\"/></g>");
        svg.Text(axis.To + 8, middle + 4, $"{Numbers.Value(bar.Summary.Centre)} · {Numbers.Multiple(bar.Multiple)}");
    }

    private static string Shortened(string name) => name.Length <= 38 ? name : name[..37] + "…";
}
