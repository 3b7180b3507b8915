using System.Globalization;

namespace Bench.Results.Show;

/// <summary>Text for a cell of CSV; quotes and commas are whose writes the file.</summary>
public static class Csv
{
    /// <summary>Text on one line that no spreadsheet takes for a formula (OWASP, "CSV Injection").</summary>
    public static string Text(string text)
    {
        var line = Printable.Line(text);
        return line.TrimStart() is ['=' or '+' or '-' or '@', ..] && !double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + line : line;
    }
}
