namespace Bench.Results.Show;

/// <summary>A table in markdown whose columns stand under each other also where nobody makes a table of it, as on a terminal.</summary>
internal static class PaddedTable
{
    /// <summary>All of it.</summary>
    /// <param name="headings">What stands above the columns.</param>
    /// <param name="words">How many columns hold words, which begin at the left; the others hold numbers.</param>
    /// <param name="rows">The cells of each row.</param>
    public static string Write(string[] headings, int words, IEnumerable<string[]> rows)
    {
        string[][] lines = [headings, .. rows];
        int[] widths = [.. headings.Select((_, column) => lines.Max(line => line[column].Length))];
        string[] rules = [.. widths.Select((width, column) => column < words ? new string('-', width) : new string('-', width - 1) + ":")];
        return string.Concat(lines.Skip(1).Prepend(rules).Prepend(headings).Select(line => $"| {string.Join(" | ",
            line.Select((cell, column) => column < words ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |\n"));
    }
}
