using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>What lies behind curves: grid, ticks and what the axes count.</summary>
/// <param name="Sheet">What it is drawn on.</param>
/// <param name="Height">Height of the drawing.</param>
internal sealed record PlotFrame(Sheet Sheet, double Height)
{
    /// <summary>What a label takes of an upright axis.</summary>
    public const double LabelHeight = 22;

    /// <summary>What a label takes of a lying one.</summary>
    public const double LabelWidth = 64;

    private const double Above = 30, Below = 46, Beside = 16;

    /// <summary>Where the upright axis ends.</summary>
    public double Top => Above;

    /// <summary>Where it begins, and the lying one lies.</summary>
    public double Bottom => Height - Below;

    /// <summary>The lying axis, beside the labels of the upright one.</summary>
    public Axis Doublings(int low, int high, Axis y, Func<double, string> label) =>
        Axis.Doublings(low, high, 14 + y.Ticks.Max(tick => TextWidth.Of(label(tick), Sheet.Soft)), Sheet.Width - Beside, 0.6 * LabelWidth);

    /// <summary>Draws it.</summary>
    public void Draw(SvgCanvas canvas, Axis x, Axis y, Func<double, string> label, string across, string upright)
    {
        foreach (double tick in y.Ticks)
            Tick(canvas, x, y.At(tick), tick, label(tick));
        foreach (double tick in x.Ticks)
            canvas.Text(x.At(tick), Bottom + 18, tick < 1e6 ? Markup.Exact(tick) : $"2^{Math.Log2(tick):0}", "middle", "soft");
        canvas.Line("axis", x.From, Bottom, x.To, Bottom);
        canvas.Text(8, Above - 14, upright, "start", "soft");
        canvas.Text((x.From + x.To) / 2, Bottom + 38, across, "middle", "soft");
    }

    private static void Tick(SvgCanvas canvas, Axis x, double at, double tick, string label)
    {
        canvas.Line("grid", x.From, at, x.To, at);
        canvas.Text(x.From - 6, at + 4, label, "end", "soft", $" data-tick=\"{Markup.Exact(tick)}\" data-at=\"{Markup.Pixel(at)}\"");
    }
}
