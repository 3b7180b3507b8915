using Bench.Results.Judge;

namespace Bench.Results.Show.Figures;

/// <summary>One line of a figure of curves.</summary>
internal sealed class Curve(CurveFigure figure, CurveSeries series, Axis x, Axis y)
{
    private readonly string colour = Colour(figure, series);

    public static string Colour(CurveFigure figure, CurveSeries series) => Ink.Of(figure.ColourOf(series));

    public void Draw(SvgCanvas canvas)
    {
        canvas.Raw(CurveMarks.Polyline(
            $"class=\"line{(series.IsDashed ? " random" : "")}\" stroke=\"{colour}\"",
            series.Drawn.Select(p => (x.At(p.Size), y.At(p.Summary.Centre)))));
        // Thin and above it, so that where both lie on each other the points lie on the model.
        if (series.Model is { Fits: true } model)
            canvas.Raw(CurveMarks.Polyline("class=\"fitted\"", Along(model)));
        foreach (var point in series.Drawn)
            Draw(canvas, point);
    }

    private IEnumerable<(double X, double Y)> Along(CostModel model)
    {
        const int Steps = 48;
        double low = series.Drawn[0].Size, ratio = series.Drawn[^1].Size / low;
        return Enumerable.Range(0, Steps + 1)
            .Select(i => low * Math.Pow(ratio, (double)i / Steps))
            .Select(n => (x.At(n), y.At(model.PerFault / n + model.PerPage)));
    }

    private void Draw(SvgCanvas canvas, CurvePoint point)
    {
        double at = x.At(point.Size), centre = y.At(point.Summary.Centre);
        canvas.Point(point.Row.FullName, point.Summary, Says(point),
            CurveMarks.Interval(at, point.Summary, y, colour)
            + (point.Size == series.Knee ? CurveMarks.Ring(at, centre) : "")
            + CurveMarks.Point(at, centre, colour, series.IsDashed),
            $" data-size=\"{point.Size}\"");
    }

    private string Says(CurvePoint point) =>
        $"{TextWidth.Fit(series.Name, 60, 1)}, {point.Size} {figure.Words.Across}: "
        + $"{Numbers.Value(point.Summary.Centre)} {figure.Unit} per {figure.Words.Part}, 95 % "
        + $"{Numbers.Range(point.Summary.Lower, point.Summary.Upper)}";
}
