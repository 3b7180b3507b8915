using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>
/// Figure 1 as SVG: bars on a logarithmic scale. Labels stand left of the bars where there is room, above them where there is none.
/// </summary>
internal sealed class LatencySvg
{
    private const double Top = 8, MostOfLabels = 0.46, HalfBar = 6;

    private readonly LatencyFigure figure;
    private readonly SvgCanvas canvas;
    private readonly Axis axis;

    private LatencySvg(LatencyFigure figure, Sheet sheet)
    {
        this.figure = figure;
        canvas = new SvgCanvas(sheet);
        double names = figure.Drawn.Max(b => TextWidth.Of(Printable.Line(b.Row.ShortName), sheet.Letter));
        double left = sheet.IsNarrow ? 22 : 16 + Math.Min(MostOfLabels * sheet.Width, names);
        double right = sheet.Width - 12 - figure.Drawn.Max(b => TextWidth.Of(Value(b), sheet.Letter));
        var (low, high) = Ends(figure);
        axis = Axis.Decades(low, high, left, right, PlotFrame.LabelWidth);
    }

    private Sheet Sheet => canvas.Sheet;

    private double Step => Sheet.IsNarrow ? 38 : 24;

    private double Bottom => Top + Step * this.figure.Drawn.Count;

    public static Drawing Draw(LatencyFigure figure, Sheet sheet) => new LatencySvg(figure, sheet).Draw();

    // An interval far wider than all bars would press them together.
    private static (double Low, double High) Ends(LatencyFigure figure)
    {
        const double Far = 10;
        double least = figure.Drawn.Min(b => b.Summary.Centre), most = figure.Drawn.Max(b => b.Summary.Centre);
        return (
            Math.Max(figure.Drawn.Min(b => b.Summary.Lower), least / Far),
            Math.Min(figure.Drawn.Max(b => b.Summary.Upper), most * Far));
    }

    private static string Value(LatencyBar bar) => $"{Numbers.Value(bar.Summary.Centre)} · {Numbers.Multiple(bar.Multiple)}";

    private Drawing Draw()
    {
        foreach (double tick in axis.Ticks)
            Tick(tick, axis.At(tick));
        for (int i = 0; i < this.figure.Drawn.Count; i++)
            Bar(this.figure.Drawn[i], Top + Step * i);
        canvas.Text((axis.From + axis.To) / 2, Bottom + 36, $"{this.figure.Unit} per call, logarithmic", "middle", "soft");
        return canvas.End(Bottom + 44, $"{this.figure.Unit} per call on a logarithmic scale");
    }

    private void Tick(double tick, double at)
    {
        canvas.Line("grid", at, Top, at, Bottom);
        canvas.Text(at, Bottom + 16, Axis.Label(tick), "middle", "soft", $" data-tick=\"{Markup.Exact(tick)}\"");
    }

    private void Bar(LatencyBar bar, double y)
    {
        double middle = y + (Sheet.IsNarrow ? 26 : 12);
        Name(bar, y, middle);
        string colour = Ink.Of(bar.Row.IsFunctionCall ? 1 : 0);
        canvas.Point(bar.Row.FullName, bar.Summary, Says(bar), Elements(bar.Summary, middle, colour));
        canvas.Text(axis.To + 8, middle + 4, Value(bar));
    }

    private void Name(LatencyBar bar, double y, double middle)
    {
        if (Sheet.IsNarrow)
            canvas.Text(4, y + 15, TextWidth.Fit(bar.Row.ShortName, Sheet.Width - 8, Sheet.Letter));
        else
            canvas.Text(axis.From - 8, middle + 4, TextWidth.Fit(bar.Row.ShortName, axis.From - 16, Sheet.Letter), "end");
    }

    private string Says(LatencyBar bar) =>
        $"{TextWidth.Fit(bar.Row.FullName, 100, 1)}: {Numbers.Value(bar.Summary.Centre)} {this.figure.Unit}, "
        + $"95 % {Numbers.Range(bar.Summary.Lower, bar.Summary.Upper)}";

    private string Elements(Judge.Summary summary, double middle, string colour)
    {
        double foot = axis.From, end = axis.At(summary.Centre);
        string centre = Markup.Pixel(end), at = Markup.Pixel(middle);
        string lower = Markup.Pixel(axis.At(summary.Lower)), upper = Markup.Pixel(axis.At(summary.Upper));
        return $"<rect class=\"bar\" x=\"{Markup.Pixel(foot)}\" y=\"{Markup.Pixel(middle - HalfBar)}\" "
            + $"width=\"{Markup.Pixel(end - foot)}\" height=\"{2 * HalfBar}\" fill=\"{colour}\"/>"
            + $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{lower}\" y1=\"{at}\" x2=\"{upper}\" y2=\"{at}\"/>"
            + $"<circle cx=\"{centre}\" cy=\"{at}\" r=\"4\" fill=\"{colour}\"/>";
    }
}
