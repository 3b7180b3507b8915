using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Profiles;

/// <summary>A box with as much of its name as has room, which says more when pointed at.</summary>
internal static class FrameBox
{
    private const double Beside = 3, LeastForAName = 24;

    public static void Draw(SvgCanvas canvas, double left, double top, double width, double height, string name, string stage, string says)
    {
        string x = Markup.Pixel(left), y = Markup.Pixel(top), wide = Markup.Pixel(width), high = Markup.Pixel(height);
        canvas.Raw($"<g><title>{Markup.Text(says)}</title>"
            + $"<rect class=\"bar\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{StageInk.Of(stage)}\" "
            + "stroke=\"var(--bg)\"/>");
        if (width >= LeastForAName)
            canvas.Text(left + Beside, top + height / 2 + 4, TextWidth.Fit(name, width - 2 * Beside, canvas.Sheet.Letter));
        canvas.Raw("</g>");
    }
}
