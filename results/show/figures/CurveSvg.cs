using Bench.Results.Judge;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>A figure of curves as SVG.</summary>
internal static class CurveSvg
{
    public static Drawing Draw(CurveFigure figure, Sheet sheet)
    {
        var frame = new PlotFrame(sheet, sheet.IsNarrow ? 380 : 460);
        var points = figure.Drawn.SelectMany(s => s.Drawn).ToArray();
        var y = Upright(points, figure.Floor, frame);
        var x = frame.Doublings(points.Min(p => p.Size), points.Max(p => p.Size), y, Axis.Label);
        var canvas = new SvgCanvas(sheet);
        string upright = $"{figure.Unit} per {figure.Words.Part}{(y.IsLog ? ", logarithmic" : "")}";
        frame.Draw(canvas, x, y, Axis.Label, figure.Words.Across, upright);
        foreach (var series in figure.Drawn)
            new Curve(figure, series, x, y).Draw(canvas);
        if (figure.Floor is { } floor)
            Draw(canvas, figure, floor, x, y);
        return canvas.End(frame.Height, $"{figure.Unit} per {figure.Words.Part} against {figure.Words.Across}");
    }

    /// <summary>Colour by group; dashes and hollow points, so that lines of a group differ without colour too.</summary>
    public static Legend Legend(CurveFigure figure) => new([
        .. figure.Drawn.Select(s => LegendEntry.Line(Name(s), Curve.Colour(figure, s), s.IsDashed)),
        .. figure.Drawn.Any(s => s.Model is { Fits: true })
            ? [LegendEntry.Plain("fitted a/n + b", "fitted")]
            : Array.Empty<LegendEntry>()]);

    private static string Name(CurveSeries series) => series.Model is { Fits: true } model
        ? $"{series.Name}: {Numbers.Value(model.PerFault)}/n {(model.PerPage < 0 ? "−" : "+")} {Numbers.Value(Math.Abs(model.PerPage))}"
        : series.Name;

    // An interval far wider than all points would press them against the other end.
    private static Axis Upright(IReadOnlyList<CurvePoint> points, Floor? floor, PlotFrame frame)
    {
        const double Far = 10;
        double lowest = points.Min(p => p.Summary.Centre), highest = points.Max(p => p.Summary.Centre);
        double upper = Math.Min(points.Max(p => p.Summary.Upper), Far * highest);
        var axis = Axis.Values(lowest, Math.Max(upper, floor?.Value ?? 0), frame.Bottom, frame.Top, PlotFrame.LabelHeight);
        if (!axis.IsLog)
            return axis;
        double lower = Math.Max(points.Min(p => p.Summary.Lower), lowest / Far);
        return Axis.Decades(Math.Min(lower, floor?.Value ?? lower), axis.High, frame.Bottom, frame.Top, PlotFrame.LabelHeight);
    }

    private static void Draw(SvgCanvas canvas, CurveFigure figure, Floor floor, Axis x, Axis y)
    {
        const double Above = 5, Below = 15;
        var (left, at) = (x.From + 6, y.At(floor.Value));
        string text = $"{floor.Name} {Numbers.Value(floor.Value)}";
        canvas.Line("floor", x.From, at, x.To, at, $" data-floor=\"{Markup.Exact(floor.Value)}\"");
        double right = left + TextWidth.Of(text, canvas.Sheet.Soft);
        bool isTaken = figure.Drawn.SelectMany(s => s.Drawn).Any(p => x.At(p.Size) < right && at - y.At(p.Summary.Centre) is > 0 and < 22);
        bool hasRoom = y.From - at > Below + 4;
        canvas.Text(left, (isTaken && hasRoom) || at - y.To < Below ? at + Below : at - Above, text, "start", "soft halo");
    }
}
