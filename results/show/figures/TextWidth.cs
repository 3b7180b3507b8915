using System.Text;

namespace Bench.Results.Show.Figures;

/// <summary>How much room text takes, guessed without a font: as in DejaVu Sans, which is among the wide ones.</summary>
internal static class TextWidth
{
    // Where East Asian letters begin, which are squares, and emoji.
    private const int Wide = 0x1100;

    /// <summary>Width of a line in the unit of <paramref name="letter"/>, the size of the letters.</summary>
    public static double Of(string text, double letter) => letter * text.EnumerateRunes().Sum(Ems);

    /// <summary>The text, or as much of it as has room, with dots for the rest.</summary>
    public static string Fit(string text, double width, double letter)
    {
        string whole = Printable.Line(text);
        return Of(whole, letter) <= width ? whole : whole[..Fitting(whole, width - letter, letter)] + "…";
    }

    /// <summary>The text in lines, at most <paramref name="most"/>, cut between words.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double letter, int most)
    {
        List<string> lines = [];
        string rest = Printable.Line(text);
        while (lines.Count < most - 1 && Of(rest, letter) > width)
        {
            int end = Fitting(rest, width, letter);
            int space = rest.LastIndexOf(' ', end);
            if (space > 0)
                end = space;
            lines.Add(rest[..end]);
            rest = rest[end..].TrimStart();
        }

        lines.Add(Fit(rest, width, letter));
        return lines;
    }

    // At least one letter, so that wrapping ends.
    private static int Fitting(string text, double width, double letter)
    {
        int end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width -= letter * Ems(rune);
            if (width < 0 && end > 0)
                break;
            end += rune.Utf16SequenceLength;
        }

        return end;
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        >= Wide => 1.1,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or ' ' => 0.35,
        'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.43,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1,
        >= 'A' and <= 'Z' => 0.76,
        <= '~' => 0.63,
        _ => 0.8,
    };
}
