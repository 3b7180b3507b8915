using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 1 for ScottPlot, which has no logarithmic axis: logarithms are plotted and the ticks say the values.</summary>
internal static class LatencyPlot
{
    public static Plot Draw(LatencyFigure figure)
    {
        var plot = new Plot();
        plot.Font.Set(Palette.Font);
        var axis = Axis.Decades(figure.Bars.Min(b => b.Summary.Lower), figure.Bars.Max(b => b.Summary.Upper), 0, 1);
        var foot = Math.Log10(axis.Low);
        for (var i = 0; i < figure.Bars.Count; i++)
            Add(plot, figure.Bars[i], -i, foot);
        plot.Axes.Left.SetTicks([.. figure.Bars.Select((_, i) => (double)-i)], [.. figure.Bars.Select(b => Printable.Line(b.Row.ShortName))]);
        plot.Axes.Bottom.SetTicks([.. axis.Ticks.Select(Math.Log10)], [.. axis.Ticks.Select(Numbers.Round)]);
        plot.Axes.SetLimits(foot, Math.Log10(axis.High) + 0.6, -figure.Bars.Count, 1);
        plot.XLabel($"{figure.Unit} per call, logarithmic");
        plot.Title("What a call costs, and its multiple of a plain function call");
        return plot;
    }

    private static void Add(Plot plot, LatencyBar bar, double y, double foot)
    {
        var colour = Palette.Colour(bar.Row.Type == "FunctionCall" || bar.Row.Method == Pair.Reference.FunctionCall ? 1 : 0);
        var centre = Math.Log10(bar.Summary.Centre);
        plot.Add.Bar(new Bar { Position = y, ValueBase = foot, Value = centre, Size = 0.55, FillColor = colour.WithAlpha(0.4), LineWidth = 0, Orientation = Orientation.Horizontal });
        plot.Add.Line(Math.Log10(bar.Summary.Lower), y, Math.Log10(bar.Summary.Upper), y).Color = colour;
        plot.Add.Marker(centre, y, MarkerShape.FilledCircle, 7, colour);
        var text = plot.Add.Text($"{Numbers.Value(bar.Summary.Centre)} · {Numbers.Multiple(bar.Multiple)}", Math.Max(centre, Math.Log10(bar.Summary.Upper)) + 0.04, y);
        text.LabelAlignment = Alignment.MiddleLeft;
        text.LabelFontColor = Colors.Black;
    }
}
