using System.Globalization;

namespace Bench.Results.Show;

/// <summary>Text for a cell of CSV.</summary>
public static class Csv
{
    /// <summary>Text on one line, without quotes, that no spreadsheet takes for a formula (OWASP, "CSV Injection").</summary>
    public static string Text(string text)
    {
        string line = Printable.Line(text);
        return line.TrimStart() is ['=' or '+' or '-' or '@', ..]
            && !double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + line : line;
    }

    /// <summary>The same as a whole cell, in quotes where it needs them (RFC 4180).</summary>
    public static string Cell(string text)
    {
        string line = Text(text);
        return line.AsSpan().ContainsAny(",\"") ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }
}
