using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>What every readable format of runs side by side says.</summary>
internal static class SideBySideText
{
    public static string Headline(Normalised runs) => $"{runs.Runs.Columns.Count} runs side by side, as multiples of {runs.Reference.Name}";

    /// <summary>A column's heading.</summary>
    public static string Heading(Normalised runs, int column) =>
        runs.Runs.Columns[column].Name + (runs.Runs.Columns[column] == runs.Reference ? $", {runs.Runs.Unit}" : "");

    /// <summary>The reference column shows its centres, the others their ratios; without a ratio the centre is all there is.</summary>
    public static string Cell(Normalised runs, int column, NormalisedCell? cell)
    {
        if (cell is null)
            return "";
        string marked = cell.Marks.Count > 0 ? " !" : "";
        if (runs.Runs.Columns[column] == runs.Reference)
            return Numbers.Value(cell.Centre) + marked;
        return cell.Ratio is { } ratio
            ? (cell.Alike ? "~ " : "") + Numbers.Ratio(ratio) + marked
            : $"({Numbers.Value(cell.Centre)}){marked}";
    }

    /// <summary>What the signs in the cells mean, of those that occur.</summary>
    public static string Legend(Normalised runs)
    {
        var cells = runs.Classes.SelectMany(c => c.Rows).SelectMany(r => r.Cells).OfType<NormalisedCell>().ToArray();
        string[] sentences =
        [
            $"{runs.Reference.Name} in {runs.Runs.Unit}, the others as multiples of it: above 1 is slower. An empty cell was not measured "
                + $"there.",
            runs.AnyAlike ? "~: the 95 % interval over launches reaches 1." : "",
            runs.Unbounded > 0
                ? $"{runs.Unbounded} ratios rest on a single launch on at least one side: nothing is known of what the next would show."
                : "",
            cells.Any(c => c.Ratio is null) ? $"In brackets: {runs.Runs.Unit}, where {runs.Reference.Name} has no such row." : "",
            cells.Any(c => c.Marks.Count > 0) ? "!: the row found something wrong with itself; its run's own report says what." : "",
        ];
        return string.Join(' ', sentences.Where(s => s.Length > 0));
    }

    public static string Value(string? value) => value ?? "(not recorded)";

    public static string Mean(NormalisedClass rows) => $"geometric mean of the {rows.Shared} that all have";
}
