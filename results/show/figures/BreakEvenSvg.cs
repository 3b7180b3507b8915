using Bench.Results.Show.Advice;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 4 as SVG: a line per mechanism.</summary>
internal static class BreakEvenSvg
{
    public static Drawing Draw(BreakEvenFigure figure, Sheet sheet)
    {
        var frame = new PlotFrame(sheet, sheet.IsNarrow ? 320 : 380);
        var points = figure.Series.SelectMany(s => s.Points).ToArray();
        var y = Axis.Decades(points.Min(p => p.Density.Lower), 1, frame.Bottom, frame.Top, PlotFrame.LabelHeight);
        var x = frame.Doublings(points.Min(p => p.Pages), points.Max(p => p.Pages), y, AdviceText.Density);
        var canvas = new SvgCanvas(sheet);
        frame.Draw(canvas, x, y, AdviceText.Density, "pages at once", "part of the pages touched, logarithmic");
        foreach (var series in figure.Series)
            Draw(canvas, series, Colour(figure, series), x, y);
        return canvas.End(frame.Height, "Density from which on preallocation pays, against pages at once");
    }

    /// <summary>Each mechanism in the colour it has in figure 2.</summary>
    public static Legend Legend(BreakEvenFigure figure) =>
        new([.. figure.Series.Select(s => LegendEntry.Line(s.Mechanism, Colour(figure, s), isDashed: false))]);

    private static void Draw(SvgCanvas canvas, BreakEvenSeries series, string colour, Axis x, Axis y)
    {
        canvas.Raw(CurveMarks.Polyline(
            $"class=\"line\" stroke=\"{colour}\"",
            series.Points.Select(p => (x.At(p.Pages), y.At(p.Density.Centre)))));
        foreach (var point in series.Points)
            canvas.Point(point.Name, point.Density, Says(point),
                CurveMarks.Interval(x.At(point.Pages), point.Density, y, colour)
                + CurveMarks.Point(x.At(point.Pages), y.At(point.Density.Centre), colour, isHollow: false),
                $" data-pages=\"{point.Pages}\"");
    }

    private static string Says(BreakEvenPoint point) =>
        $"{TextWidth.Fit(point.Name, 60, 1)} pays from {AdviceText.Density(point.Density.Centre)} of the pages on, "
        + $"95 % {AdviceText.Density(point.Density.Lower)}..{AdviceText.Density(point.Density.Upper)}";

    private static string Colour(BreakEvenFigure figure, BreakEvenSeries series) =>
        Ink.Of(figure.Mechanisms.ToList().IndexOf(series.Mechanism));
}
