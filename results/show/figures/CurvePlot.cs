using Bench.Results.Judge;
using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>A figure of curves for ScottPlot.</summary>
internal static class CurvePlot
{
    public static Plot Draw(CurveFigure figure)
    {
        var plot = new Plot();
        plot.Font.Set(Palette.Font);
        var points = figure.Series.SelectMany(s => s.Points).ToArray();
        var x = Axis.Doublings(points.Min(p => p.Size), points.Max(p => p.Size), 0, 1);
        foreach (var series in figure.Series)
            Add(plot, series, Palette.Colour(figure.ColourOf(series)));
        if (figure.Floor is { } floor)
        {
            var line = plot.Add.HorizontalLine(floor.Value, 1.5f, Colors.Black, LinePattern.Dotted);
            line.LegendText = $"{floor.Name} {Numbers.Value(floor.Value)}";
        }

        plot.Axes.Bottom.SetTicks([.. x.Ticks.Select(Math.Log2)], [.. x.Ticks.Select(t => $"{t}")]);
        plot.Axes.SetLimits(Math.Log2(x.Low), Math.Log2(x.High), 0, 1.05 * points.Max(p => p.Summary.Upper));
        plot.XLabel(figure.Words.Across);
        plot.YLabel($"{figure.Unit} per {figure.Words.Part}");
        plot.Title($"{char.ToUpperInvariant(figure.Words.Heading[0])}{figure.Words.Heading[1..]} (ring: within 10 % of the best; dotted: fitted a/n + b)");
        plot.Axes.Left.MinimumSize = 90;
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    private static void Add(Plot plot, CurveSeries series, Color colour)
    {
        var line = plot.Add.Scatter(series.Points.Select(p => Math.Log2(p.Size)).ToArray(), series.Points.Select(p => p.Summary.Centre).ToArray(), colour);
        line.LegendText = Printable.Line(series.Model is { Fits: true } model ? $"{series.Name}: {Numbers.Value(model.PerFault)}/n + {Numbers.Value(model.PerPage)}" : series.Name);
        line.LineWidth = 2;
        line.LinePattern = series.IsDashed ? LinePattern.Dashed : LinePattern.Solid;
        line.MarkerShape = series.IsDashed ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
        line.MarkerSize = 7;
        if (series.Model is { Fits: true } fitted)
            AddModel(plot, series, fitted);
        foreach (var point in series.Points)
        {
            plot.Add.Line(Math.Log2(point.Size), point.Summary.Lower, Math.Log2(point.Size), point.Summary.Upper).Color = colour;
            if (point.Size == series.Knee)
                plot.Add.Marker(Math.Log2(point.Size), point.Summary.Centre, MarkerShape.OpenCircle, 16, Colors.Black);
        }
    }

    // Black and thin, so that where it hides behind the line of the points the points lie on it.
    private static void AddModel(Plot plot, CurveSeries series, CostModel model)
    {
        const int Steps = 64;
        double low = Math.Log2(series.Points[0].Size), high = Math.Log2(series.Points[^1].Size);
        double[] x = [.. Enumerable.Range(0, Steps + 1).Select(i => low + (high - low) * i / Steps)];
        var curve = plot.Add.ScatterLine(x, [.. x.Select(at => model.PerFault / Math.Pow(2, at) + model.PerPage)], Colors.Black);
        curve.LineWidth = 1;
        curve.LinePattern = LinePattern.Dotted;
    }
}
