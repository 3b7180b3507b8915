using Bench.Results.Data;
using Bench.Results.Judge;

namespace Bench.Results.Show.Table;

/// <summary>What a report says beyond its tables, as titled lists of lines.</summary>
public static class RunSections
{
    /// <summary>All of it: the unit, where a first touch goes, rows to read with care, those left out, and the environment.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<string> Lines)> Of(Run run)
    {
        (string Title, IReadOnlyList<string> Lines)[] sections =
        [
            ($"The unit: {run.Unit}", UnitNote.Of(run.Unit)),
            (TouchPartsText.Heading, TouchPartsText.Lines(run)),
            ("Rows to read with care", WithCare(run)),
            ("Not measured", [.. LeftOutText.Lines(run.LeftOut)]),
            ("Environment", [.. run.Environment.Select(fact => $"{fact.Label}: {fact.Value}")]),
        ];
        return sections.Where(section => section.Lines.Count > 0);
    }

    /// <summary>What rows say against themselves, and what that means for their numbers.</summary>
    public static IReadOnlyList<string> WithCare(Run run)
    {
        string[] remarks =
        [
            .. run.Rows.SelectMany(row => row.Marks.Select(mark => $"{row.FullName}: {mark.Text} ({mark.Id})")),
            .. run.Rows.Select(row => Modes.Describe(row) is { } modes ? $"{row.FullName} {modes}" : null).OfType<string>(),
        ];
        return remarks.Length == 0 ? [] : [.. remarks, .. Meanings(run)];
    }

    private static IEnumerable<string> Meanings(Run run) => run.Rows
        .SelectMany(row => row.Marks)
        .Where(mark => mark.Meaning is not null)
        .DistinctBy(mark => mark.Id)
        .Select(mark => $"What \u201C{mark.Id}\u201D means: {mark.Meaning}.");
}
