using Bench.Results.Judge;
using Bench.Results.Metrics;
using Bench.Results.Pair;

namespace Bench.Results.Show.Compare;

/// <summary>The sentences that every readable format of a comparison says.</summary>
internal static class ComparisonText
{
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Regression => "regression",
        Verdict.Improvement => "improvement",
        Verdict.Same => "same",
        _ => "inconclusive",
    };

    /// <summary>"1 regression, 30 same, 4 inconclusive at a threshold of 5 %".</summary>
    public static string Headline(Judgement judgement)
    {
        string[] counts = new[] { Verdict.Regression, Verdict.Improvement, Verdict.Same, Verdict.Inconclusive }
            .Select(v => (Word: Word(v), Count: judgement.Rows.Count(r => r.Verdict == v)))
            .Where(c => c.Count > 0)
            .Select(c => $"{c.Count} {c.Word}{(c.Count > 1 && c.Word is "regression" or "improvement" ? "s" : "")}")
            .ToArray();
        return (counts.Length == 0 ? "No benchmark is in both runs" : string.Join(", ", counts))
            + $" at a threshold of {Numbers.Percent(judgement.Threshold)}";
    }

    public static string Difference(EnvironmentDifference difference) =>
        $"{difference.Label}: {difference.Base ?? "(not recorded)"} → "
        + $"{difference.Head ?? "(not recorded)"}{(difference.Matters ? " (not comparable)" : "")}";

    /// <summary>What can't be read off the tables: one sentence an item, grouped under a heading.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<string> Items)> Appendix(Judgement judgement)
    {
        var pairing = judgement.Pairing;
        (string, IReadOnlyList<string>)[] parts =
        [
            ("Notes", [.. judgement.Rows.SelectMany(r => r.Notes.Select(n => $"{r.Row.FullName}: {n}"))]),
            ("Added", [.. pairing.Added.Select(r => r.FullName)]),
            ("Missing",
                [.. pairing.Missing
                    .Select(
                        r => r.FullName
                            + (pairing.Head.LeftOut.FirstOrDefault(l => l.Benchmark == r.FullName) is { } l ? $": {l.Reason}" : ""))]),
            ("Marked by the suite itself", [.. pairing.Head.Rows.SelectMany(r => r.Marks.Select(m => $"{r.FullName}: {m.Text}"))]),
        ];
        return parts.Where(p => p.Item2.Count > 0);
    }

    public static string Legend(Judgement judgement) =>
        $"Ratio is head over base, with its 95 % interval over launches. A regression is slower by more than the threshold and not by "
        + $"chance "
        + $"(Holm-corrected over {Counted.Describe(judgement.Rows.Count, "row")} at {Numbers.Percent(RegressionJudge.FalseAlarms)}); same "
        + $"excludes a change of the threshold either way."
        + Clocks(judgement);

    // What is a closer look at another time is of that, too.
    private static string Clocks(Judgement judgement)
    {
        var counts = judgement.Rows.SelectMany(row => new[] { row.Metric, row.Metric.PartOf }.OfType<Metric>()).CountBy(metric => metric)
            .OrderBy(count => count.Key).ToArray();
        string Say(Func<MetricWords, Func<int, int, string>?> say) =>
            string.Concat(counts.Select(count => say(count.Key.Words)?.Invoke(count.Value, judgement.Rows.Count)));
        return Say(words => words.OfTimes) + Say(words => words.OfRatios);
    }
}
