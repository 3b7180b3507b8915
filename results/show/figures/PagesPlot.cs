using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 2 for ScottPlot.</summary>
internal static class PagesPlot
{
    public static Plot Draw(PagesFigure figure)
    {
        var plot = new Plot();
        plot.Font.Set(Palette.Font);
        var points = figure.Series.SelectMany(s => s.Points).ToArray();
        var x = Axis.Doublings(points.Min(p => p.Pages), points.Max(p => p.Pages), 0, 1);
        var mechanisms = figure.Series.Select(s => s.Mechanism).Distinct().ToList();
        foreach (var series in figure.Series)
            Add(plot, series, Palette.Colour(mechanisms.IndexOf(series.Mechanism)));
        if (figure.Floor is { } floor)
        {
            var line = plot.Add.HorizontalLine(floor, 1.5f, Colors.Black, LinePattern.Dotted);
            line.LegendText = $"zeroing floor {Numbers.Value(floor)}";
        }

        plot.Axes.Bottom.SetTicks([.. x.Ticks.Select(Math.Log2)], [.. x.Ticks.Select(t => $"{t}")]);
        plot.Axes.SetLimits(Math.Log2(x.Low), Math.Log2(x.High), 0, 1.05 * points.Max(p => p.Summary.Upper));
        plot.XLabel("pages per fault");
        plot.YLabel($"{figure.Unit} per page");
        plot.Title("What preallocating pages buys (ring: smallest size within 10 % of the best)");
        plot.Axes.Left.MinimumSize = 90;
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    private static void Add(Plot plot, PagesSeries series, Color colour)
    {
        var line = plot.Add.Scatter(series.Points.Select(p => Math.Log2(p.Pages)).ToArray(), series.Points.Select(p => p.Summary.Centre).ToArray(), colour);
        line.LegendText = series.Name;
        line.LineWidth = 2;
        line.LinePattern = series.IsRandom ? LinePattern.Dashed : LinePattern.Solid;
        line.MarkerShape = series.IsRandom ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
        line.MarkerSize = 7;
        foreach (var point in series.Points)
        {
            plot.Add.Line(Math.Log2(point.Pages), point.Summary.Lower, Math.Log2(point.Pages), point.Summary.Upper).Color = colour;
            if (point.Pages == series.Knee)
                plot.Add.Marker(Math.Log2(point.Pages), point.Summary.Centre, MarkerShape.OpenCircle, 16, Colors.Black);
        }
    }
}
