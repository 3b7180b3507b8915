using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>A figure that stands by itself: one SVG file with its heading, legend, caption and style, light and dark.</summary>
internal static class FigureFile
{
    private const double Margin = 16, HeadingLetter = 16, HeadingRow = 24, CaptionRow = 19;
    private const int MostLines = 8;

    private static readonly string Style = Embedded.Text(Embedded.SvgStyle);

    public static string Write(Figure figure)
    {
        var canvas = new SvgCanvas(Sheet.File);
        string heading = char.ToUpperInvariant(figure.Heading[0]) + figure.Heading[1..];
        double bottom = Lines(canvas, heading, HeadingLetter, HeadingRow, "heading", Margin / 2);
        bottom = figure.Legend.Draw(canvas, Margin, bottom + 4);
        var drawing = figure.Draw(Sheet.File);
        canvas.Raw($"<g transform=\"translate(0 {Markup.Pixel(bottom + 4)})\">\n{drawing.Elements}</g>");
        bottom = Lines(canvas, figure.Caption, Sheet.File.Soft, CaptionRow, "soft", bottom + 4 + drawing.Height);
        return Document(canvas.End(bottom + Margin, drawing.Label), heading, figure.Caption);
    }

    private static double Lines(SvgCanvas canvas, string text, double letter, double row, string style, double top)
    {
        foreach (string line in TextWidth.Wrap(text, Sheet.File.Width - 2 * Margin, letter, MostLines))
            canvas.Text(Margin, (top += row) - row / 4, line, "start", style);
        return top;
    }

    private static string Document(Drawing drawing, string heading, string caption)
    {
        string width = Markup.Pixel(drawing.Sheet.Width), height = Markup.Pixel(drawing.Height);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="{drawing.Sheet.Style}" width="{width}" height="{height}"
              viewBox="0 0 {width} {height}" role="img" aria-labelledby="title caption">
            <title id="title">{Markup.Text(heading)}</title>
            <desc id="caption">{Markup.Text(caption)}</desc>
            <style>
            {Style}</style>
            <rect class="paper" width="{width}" height="{height}"/>
            {drawing.Elements}</svg>

            """;
    }
}
