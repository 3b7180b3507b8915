using Bench.Results.Judge;
using Bench.Results.Judge.Parts;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 5 as SVG: a stacked bar a row, on a linear scale since parts are added.</summary>
internal sealed class TouchPartsSvg
{
    private const double Top = 8, HalfBar = 9, Step = 52;
    private const string Open = "class=\"knee\"";

    private readonly TouchPartsFigure figure;
    private readonly SvgCanvas canvas;
    private readonly Axis axis;

    private TouchPartsSvg(TouchPartsFigure figure, Sheet sheet)
    {
        this.figure = figure;
        canvas = new SvgCanvas(sheet);
        double right = sheet.Width - 28;
        double most = figure.Drawn.Max(touch => Math.Max(Shown(touch.Whole).Upper, touch.Told.Sum(part => part.Time.Value)));
        axis = Axis.Values(most, most, 16, right, PlotFrame.LabelWidth);
    }

    private double Bottom => Top + Step * figure.Drawn.Count;

    public static Drawing Draw(TouchPartsFigure figure, Sheet sheet) => new TouchPartsSvg(figure, sheet).Draw();

    /// <summary>A colour a part, and an open box for the rest.</summary>
    public static Legend Legend(TouchPartsFigure figure) => new(
    [
        .. figure.Parts.Select(part => new LegendEntry(part.Name, Box(0, 0, LegendEntry.Width, LegendEntry.Height, Fill(part)))),
        new("not explained", Box(0.5, 0.5, LegendEntry.Width - 1, LegendEntry.Height - 1, Open)),
    ]);

    private static string Fill(TouchPart part) => $"fill=\"{Ink.Of(part.Rank)}\"";

    private Drawing Draw()
    {
        foreach (double tick in axis.Ticks)
        {
            canvas.Line("grid", axis.At(tick), Top, axis.At(tick), Bottom);
            canvas.Text(axis.At(tick), Bottom + 16, Axis.Label(tick), "middle", "soft", $" data-tick=\"{Markup.Exact(tick)}\"");
        }

        for (int i = 0; i < figure.Drawn.Count; i++)
            Bar(figure.Drawn[i], Top + Step * i);
        canvas.Text((axis.From + axis.To) / 2, Bottom + 36, $"{figure.Unit} per page", "middle", "soft");
        return canvas.End(Bottom + 44, $"Where a first touch goes, in {figure.Unit} per page");
    }

    private void Bar(TouchParts touch, double top)
    {
        double middle = top + 32;
        string heading = $"{TouchPartsText.Name(touch)}: {Numbers.Value(touch.Whole.Value)} {figure.Unit}";
        canvas.Text(axis.From, top + 15, TextWidth.Fit(heading, axis.To - axis.From, canvas.Sheet.Letter));
        double from = 0.0;
        foreach (var part in touch.Told)
            Segment(touch, part, from, from += part.Time.Value, middle);
        if (from < touch.Whole.Value)
            canvas.Raw(Piece(from, touch.Whole.Value, middle, Open));
        string name = TouchPartsText.Name(touch);
        canvas.Point(name, Shown(touch.Whole), $"{name}: {Says(touch.Whole)}", Whole(touch.Whole, middle), " data-part=\"whole\"");
    }

    private void Segment(TouchParts touch, PartOfRow part, double from, double to, double middle) => canvas.Point(
        TouchPartsText.Name(touch), Shown(part.Time), $"{TouchPartsText.Name(touch)}, {part.Part.Name}: {Says(part.Time)}",
        Piece(from, to, middle, Fill(part.Part)), $" data-part=\"{Markup.Text(part.Part.Name)}\"");

    private string Piece(double from, double to, double middle, string style) =>
        Box(axis.At(from), middle - HalfBar, axis.At(to) - axis.At(from), 2 * HalfBar, style);

    private string Whole(Estimate whole, double middle)
    {
        const string colour = "var(--fg)";
        var (at, shown) = (Markup.Pixel(middle), Shown(whole));
        var (left, right) = (Markup.Pixel(axis.At(shown.Lower)), Markup.Pixel(axis.At(shown.Upper)));
        return $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{left}\" y1=\"{at}\" x2=\"{right}\" y2=\"{at}\"/>"
            + $"<circle class=\"knee\" cx=\"{Markup.Pixel(axis.At(shown.Centre))}\" cy=\"{at}\" r=\"4\"/>";
    }

    private string Says(Estimate of) => $"{Numbers.Value(of.Value)} {figure.Unit}, 95 % {TouchPartsText.Interval(of)}";

    private static Summary Shown(Estimate of) =>
        double.IsFinite(of.Upper) ? new(of.Value, of.Lower, of.Upper, 1) : new(of.Value, of.Value, of.Value, 1);

    private static string Box(double x, double y, double width, double height, string style) =>
        $"<rect {style} x=\"{Markup.Pixel(x)}\" y=\"{Markup.Pixel(y)}\" "
        + $"width=\"{Markup.Pixel(width)}\" height=\"{Markup.Pixel(height)}\"/>";
}
