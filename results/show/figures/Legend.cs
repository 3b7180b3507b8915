using Bench.Results.Show.Html;

namespace Bench.Results.Show.Figures;

/// <summary>What the lines of a figure are.</summary>
/// <param name="Entries">One a line.</param>
internal sealed record Legend(IReadOnlyList<LegendEntry> Entries)
{
    private const double Row = 22, Gap = 22;

    /// <summary>For a page.</summary>
    public string OnPage => Entries.Count == 0 ? "" : "<p class=\"legend\">" + string.Concat(Entries.Select(entry =>
        $"<span><svg viewBox=\"0 0 {LegendEntry.Width} {LegendEntry.Height}\" "
        + $"aria-hidden=\"true\">{entry.Mark}</svg>{Markup.Text(entry.Name)}</span>\n")) + "</p>\n";

    /// <summary>In rows from <paramref name="top"/> on; returns where they end.</summary>
    public double Draw(SvgCanvas canvas, double left, double top)
    {
        var (x, y, letter) = (left, top, canvas.Sheet.Letter);
        const double Beside = LegendEntry.Width + 6;
        foreach (var entry in Entries)
        {
            string name = TextWidth.Fit(entry.Name, canvas.Sheet.Width - 2 * left - Beside, letter);
            double width = Beside + TextWidth.Of(name, letter);
            if (x > left && x + width > canvas.Sheet.Width - left)
                (x, y) = (left, y + Row);
            canvas.Raw(
                $"<g transform=\"translate({Markup.Pixel(x)} {Markup.Pixel(y + (Row - LegendEntry.Height) / 2)})\">{entry.Mark}</g>");
            canvas.Text(x + Beside, y + Row / 2 + letter / 3, name);
            x += width + Gap;
        }

        return Entries.Count == 0 ? top : y + Row;
    }
}

/// <summary>One line of a legend.</summary>
/// <param name="Name">What the line is.</param>
/// <param name="Mark">A piece of it, as SVG.</param>
internal sealed record LegendEntry(string Name, string Mark)
{
    public const int Width = 34, Height = 12;

    /// <summary>A line with points; dashed ones are hollow.</summary>
    public static LegendEntry Line(string name, string colour, bool isDashed) => new(name,
        Stroke(isDashed ? "line random" : "line", $" stroke=\"{colour}\"") + CurveMarks.Circle("17", "6", colour, isDashed));

    /// <summary>A line that the style sheet alone draws.</summary>
    public static LegendEntry Plain(string name, string style) => new(name, Stroke(style, ""));

    private static string Stroke(string style, string extra) =>
        $"<line class=\"{style}\"{extra} x1=\"0\" y1=\"6\" x2=\"{Width}\" y2=\"6\"/>";
}
