using System.Globalization;
using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge.Tries;
using Bench.Results.Tries;

namespace Bench.Results.Show.Tries;

/// <summary>What is recommended, and why: in markdown that a terminal shows as well.</summary>
public static class TryText
{
    /// <summary>The table, the sentence and what to type.</summary>
    public static string Of(Recommendation recommendation)
    {
        var table = new TryTable(recommendation);
        var text = new StringBuilder();
        string[][] rows = [.. table.Rows.Select(row => row.Select(cell => Markdown.Text(cell.Text)).ToArray())];
        if (rows.Length > 0)
            text.Append(PaddedTable.Write(table.Headings, TryTable.Words, rows)).Append('\n');
        text.Append($"{Markdown.Text(Sentence(recommendation))}\n");
        foreach (string line in HowTo(recommendation))
            text.Append($"\n    {line}");
        text.Append(recommendation.Chosen is null ? "\n" : "\n\n");
        foreach (string line in Notes(recommendation))
            text.Append($"- {Markdown.Text(line)}\n");
        return text.ToString();
    }

    /// <summary>The whole as a file of its own: the command, where and when, and the rest.</summary>
    public static string Markdowned(Recommendation recommendation, string command) =>
        $"# {Markdown.Text(command)}\n\n{Markdown.Text(Where(recommendation.Attempt))}\n\n{Of(recommendation)}";

    /// <summary>Where and when.</summary>
    internal static string Where(Attempt attempt)
    {
        string?[] facts = [Fact(attempt, "cpu"), Fact(attempt, "cpus") is { } cpus ? $"{cpus} processors" : null,
            Fact(attempt, "hypervisor_name"), Fact(attempt, "kernel") is { } kernel ? $"Linux {kernel}" : null];
        string began = attempt.Began.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"As {attempt.User}, {began} UTC; {string.Join(", ", facts.OfType<string>())}.";
    }

    /// <summary>What to do, in one sentence.</summary>
    internal static string Sentence(Recommendation recommendation)
    {
        var attempt = recommendation.Attempt;
        if (recommendation.Chosen is { } chosen)
            return $"Use {chosen.Setting.Title}: {Of(chosen, recommendation)}"
                + (chosen.Memory is { } cost ? $", with {Numbers.Ratio(cost)} the memory." : ".")
                + (chosen.Setting.Reach == Reach.WholeSystem ? " It changes the whole system: it touches every other program, too." : "");
        if (recommendation.Verdicts.Count == 0)
            return attempt.Stopped is null ? "No setting that could be tried here can differ: leave it as it is." : "Nothing is decided.";
        string best = string.Join("; ", recommendation.Verdicts.Select(verdict =>
            $"{verdict.Setting.Title}: {Of(verdict, recommendation)}{(verdict.WhyNot is { } why ? $", but {why}" : "")}"));
        return $"Nothing to gain: leave it as it is. The best of the others took {best}.";
    }

    /// <summary>What to type, a line each; none where there is nothing to gain.</summary>
    internal static IReadOnlyList<string> HowTo(Recommendation recommendation) => recommendation.Chosen?.Setting.HowTo ?? [];

    /// <summary>What a reader should know, a line each.</summary>
    internal static IEnumerable<string> Notes(Recommendation recommendation)
    {
        var attempt = recommendation.Attempt;
        if (attempt.Stopped is { } why)
            yield return $"Stopped before its last round: {why}.";
        foreach (string note in attempt.Notes)
            yield return note;
        yield return $"A gain is one beyond {Numbers.Percent(recommendation.Threshold)} and beyond chance, "
            + $"in {recommendation.Time.Words}, by launches made after the best settings were chosen; "
            + "what is not judged was only looked at for that choice.";
        foreach (string line in LeftOutText.Lines(attempt.LeftOut))
            yield return $"Left out: {line}";
    }

    private static string Of(SettingVerdict verdict, Recommendation recommendation) =>
        $"{Numbers.Ratio(verdict.Time.Ratio)} the {recommendation.Time.Words} "
        + $"(95 % {Numbers.Interval(verdict.Time.Lower, verdict.Time.Upper)})";

    private static string? Fact(Attempt attempt, string key) => attempt.Environment.FirstOrDefault(fact => fact.Key == key)?.Value;
}
