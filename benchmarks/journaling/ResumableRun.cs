using Bench.Results.Read.Journals;

namespace Bench.Journaling;

/// <summary>Whether a run can go on with what another one measured.</summary>
internal static class ResumableRun
{
    private const int LongestShown = 100;

    /// <summary>What differs, in one line; null where they agree.</summary>
    /// <param name="journal">The run that stopped.</param>
    /// <param name="now">The first line of the one that begins.</param>
    public static string? WhyNot(JournalHeader journal, JournalHeader now) =>
        journal.Build != now.Build ? Differ("the suite's build", journal.Build, now.Build)
        : !journal.Options.SequenceEqual(now.Options, StringComparer.Ordinal)
            ? Differ("the options", string.Join(' ', journal.Options), string.Join(' ', now.Options))
        : journal.Unit != now.Unit ? Differ("the unit", journal.Unit, now.Unit)
        : Fact(journal, now) ?? Rows(journal, now);

    private static string? Fact(JournalHeader journal, JournalHeader now)
    {
        var then = journal.Environment.Where(fact => fact.Matters).ToDictionary(fact => fact.Key, StringComparer.Ordinal);
        return now.Environment.Where(fact => fact.Matters)
            .Select(
                fact => then.GetValueOrDefault(fact.Key)?.Value is var value && value != fact.Value
                    ? Differ(fact.Label, value ?? "not said", fact.Value)
                    : null)
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? Rows(JournalHeader journal, JournalHeader now)
    {
        var then = journal.Planned.ToHashSet();
        return now.Planned.FirstOrDefault(row => !then.Contains(row)) is { } row ? $"it did not plan {row.Display}" : null;
    }

    private static string Differ(string what, string then, string now) => $"{what}: '{Shown(then)}' then, '{Shown(now)}' now";

    private static string Shown(string text) =>
        LaunchFailure.OneLine(text) is { Length: > LongestShown } line ? line[..LongestShown] + "…" : LaunchFailure.OneLine(text);
}
