using Bench.Results.Show.Advice;
using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 4 for ScottPlot, which has no logarithmic axis: logarithms are plotted and the ticks say the values.</summary>
internal static class BreakEvenPlot
{
    public static Plot Draw(BreakEvenFigure figure)
    {
        var plot = new Plot();
        plot.Font.Set(Palette.Font);
        var points = figure.Series.SelectMany(s => s.Points).ToArray();
        var x = Axis.Doublings(points.Min(p => p.Pages), points.Max(p => p.Pages), 0, 1);
        var y = Axis.Decades(points.Min(p => p.Density.Lower), 1, 0, 1);
        foreach (var series in figure.Series)
        {
            var colour = Palette.Colour(figure.Mechanisms.ToList().IndexOf(series.Mechanism));
            var line = plot.Add.Scatter(series.Points.Select(p => Math.Log2(p.Pages)).ToArray(), series.Points.Select(p => Math.Log10(p.Density.Centre)).ToArray(), colour);
            line.LegendText = Printable.Line(series.Mechanism);
            line.LineWidth = 2;
            line.MarkerSize = 7;
            foreach (var point in series.Points)
                plot.Add.Line(Math.Log2(point.Pages), Math.Log10(point.Density.Lower), Math.Log2(point.Pages), Math.Log10(point.Density.Upper)).Color = colour;
        }

        plot.Axes.Bottom.SetTicks([.. x.Ticks.Select(Math.Log2)], [.. x.Ticks.Select(t => $"{t}")]);
        plot.Axes.Left.SetTicks([.. y.Ticks.Select(Math.Log10)], [.. y.Ticks.Select(AdviceText.Density)]);
        plot.Axes.SetLimits(Math.Log2(x.Low), Math.Log2(x.High), Math.Log10(y.Low), Math.Log10(y.High));
        plot.XLabel("pages at once");
        plot.YLabel($"part of the pages touched, {figure.Order.Name}");
        plot.Title("Above its line a mechanism is faster than one page a fault, below it slower");
        plot.Axes.Left.MinimumSize = 90;
        plot.ShowLegend(Edge.Right);
        return plot;
    }
}
