using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 1 as SVG: bars on a logarithmic scale. Labels stand left of the bars where there is room, above them where there is none.</summary>
internal sealed class LatencySvg
{
    private const double Top = 8, MostOfLabels = 0.46, HalfBar = 6;

    private readonly LatencyFigure _figure;
    private readonly SvgCanvas _canvas;
    private readonly Axis _axis;

    private LatencySvg(LatencyFigure figure, Sheet sheet)
    {
        _figure = figure;
        _canvas = new SvgCanvas(sheet);
        var left = sheet.IsNarrow ? 22 : 16 + Math.Min(MostOfLabels * sheet.Width, figure.Drawn.Max(b => TextWidth.Of(Printable.Line(b.Row.ShortName), sheet.Letter)));
        var right = sheet.Width - 12 - figure.Drawn.Max(b => TextWidth.Of(Value(b), sheet.Letter));
        var (low, high) = Ends(figure);
        _axis = Axis.Decades(low, high, left, right, PlotFrame.LabelWidth);
    }

    private Sheet Sheet => _canvas.Sheet;

    private double Step => Sheet.IsNarrow ? 38 : 24;

    private double Bottom => Top + Step * _figure.Drawn.Count;

    public static Drawing Draw(LatencyFigure figure, Sheet sheet) => new LatencySvg(figure, sheet).Draw();

    // An interval far wider than all bars would press them together.
    private static (double Low, double High) Ends(LatencyFigure figure)
    {
        const double Far = 10;
        double least = figure.Drawn.Min(b => b.Summary.Centre), most = figure.Drawn.Max(b => b.Summary.Centre);
        return (Math.Max(figure.Drawn.Min(b => b.Summary.Lower), least / Far), Math.Min(figure.Drawn.Max(b => b.Summary.Upper), most * Far));
    }

    private static string Value(LatencyBar bar) => $"{Numbers.Value(bar.Summary.Centre)} · {Numbers.Multiple(bar.Multiple)}";

    private Drawing Draw()
    {
        foreach (var tick in _axis.Ticks)
            Tick(tick, _axis.At(tick));
        for (var i = 0; i < _figure.Drawn.Count; i++)
            Bar(_figure.Drawn[i], Top + Step * i);
        _canvas.Text((_axis.From + _axis.To) / 2, Bottom + 36, $"{_figure.Unit} per call, logarithmic", "middle", "soft");
        return _canvas.End(Bottom + 44, $"{_figure.Unit} per call on a logarithmic scale");
    }

    private void Tick(double tick, double at)
    {
        _canvas.Line("grid", at, Top, at, Bottom);
        _canvas.Text(at, Bottom + 16, Axis.Label(tick), "middle", "soft", $" data-tick=\"{Markup.Exact(tick)}\"");
    }

    private void Bar(LatencyBar bar, double y)
    {
        var middle = y + (Sheet.IsNarrow ? 26 : 12);
        Name(bar, y, middle);
        var colour = Ink.Of(bar.Row.Type == "FunctionCall" || bar.Row.Method == Pair.Reference.FunctionCall ? 1 : 0);
        _canvas.Point(bar.Row.FullName, bar.Summary, Says(bar), Elements(bar.Summary, middle, colour));
        _canvas.Text(_axis.To + 8, middle + 4, Value(bar));
    }

    private void Name(LatencyBar bar, double y, double middle)
    {
        if (Sheet.IsNarrow)
            _canvas.Text(4, y + 15, TextWidth.Fit(bar.Row.ShortName, Sheet.Width - 8, Sheet.Letter));
        else
            _canvas.Text(_axis.From - 8, middle + 4, TextWidth.Fit(bar.Row.ShortName, _axis.From - 16, Sheet.Letter), "end");
    }

    private string Says(LatencyBar bar) =>
        $"{TextWidth.Fit(bar.Row.FullName, 100, 1)}: {Numbers.Value(bar.Summary.Centre)} {_figure.Unit}, 95 % {Numbers.Range(bar.Summary.Lower, bar.Summary.Upper)}";

    private string Elements(Judge.Summary summary, double middle, string colour)
    {
        string centre = Markup.Pixel(_axis.At(summary.Centre)), width = Markup.Pixel(_axis.At(summary.Centre) - _axis.From), at = Markup.Pixel(middle);
        return $"<rect class=\"bar\" x=\"{Markup.Pixel(_axis.From)}\" y=\"{Markup.Pixel(middle - HalfBar)}\" width=\"{width}\" height=\"{2 * HalfBar}\" fill=\"{colour}\"/>"
            + $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{Markup.Pixel(_axis.At(summary.Lower))}\" y1=\"{at}\" x2=\"{Markup.Pixel(_axis.At(summary.Upper))}\" y2=\"{at}\"/>"
            + $"<circle cx=\"{centre}\" cy=\"{at}\" r=\"4\" fill=\"{colour}\"/>";
    }
}
