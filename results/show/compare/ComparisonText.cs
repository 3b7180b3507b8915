using Bench.Results.Judge;
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
        var counts = new[] { Verdict.Regression, Verdict.Improvement, Verdict.Same, Verdict.Inconclusive }
            .Select(v => (Word: Word(v), Count: judgement.Rows.Count(r => r.Verdict == v)))
            .Where(c => c.Count > 0)
            .Select(c => $"{c.Count} {c.Word}{(c.Count > 1 && c.Word is "regression" or "improvement" ? "s" : "")}")
            .ToArray();
        return (counts.Length == 0 ? "No benchmark is in both runs" : string.Join(", ", counts))
            + $" at a threshold of {Numbers.Percent(judgement.Threshold)}";
    }

    public static string Difference(EnvironmentDifference difference) =>
        $"{difference.Label}: {difference.Base ?? "(not recorded)"} → {difference.Head ?? "(not recorded)"}{(difference.Matters ? " (not comparable)" : "")}";

    /// <summary>What can't be read off the tables: one sentence an item, grouped under a heading.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<string> Items)> Appendix(Judgement judgement)
    {
        var pairing = judgement.Pairing;
        (string, IReadOnlyList<string>)[] parts =
        [
            ("Notes", [.. judgement.Rows.SelectMany(r => r.Notes.Select(n => $"{r.Row.FullName}: {n}"))]),
            ("Added", [.. pairing.Added.Select(r => r.FullName)]),
            ("Missing", [.. pairing.Missing.Select(r => r.FullName + (pairing.Head.LeftOut.FirstOrDefault(l => l.Benchmark == r.FullName) is { } l ? $": {l.Reason}" : ""))]),
            ("Marked by the suite itself", [.. pairing.Head.Rows.SelectMany(r => r.Marks.Select(m => $"{r.FullName}: {m.Text}"))]),
        ];
        return parts.Where(p => p.Item2.Count > 0);
    }

    public static string Legend(Judgement judgement) =>
        $"Ratio is head over base, with its 95 % interval over launches. A regression is slower by more than the threshold and not by chance "
        + $"(Holm-corrected over {judgement.Rows.Count} {(judgement.Rows.Count == 1 ? "row" : "rows")} at {Numbers.Percent(RegressionJudge.FalseAlarms)}); same excludes a change of the threshold either way."
        + Clocks(judgement);

    private static string Clocks(Judgement judgement)
    {
        var calls = judgement.Rows.Count(row => row.Clock == Clock.Calls);
        var quiet = judgement.Rows.Count(row => row.Clock == Clock.Quiet);
        var cpu = calls + quiet + judgement.Rows.Count(row => row.Clock == Clock.Cpu);
        var times = cpu == 0 ? ""
            : cpu == judgement.Rows.Count ? " Times are thread CPU time, which other processes do not add to."
            : $" Times of {cpu} rows, which never wait, are thread CPU time; of the others, the wall's.";
        if (quiet > 0)
            times += $" Times {(quiet == judgement.Rows.Count ? "" : $"of {quiet} rows ")}are of the quickest slice of each launch that no neighbour on the core slowed throughout.";
        return calls == 0 ? times
            : times + $" Ratios {(calls == judgement.Rows.Count ? "" : $"of {calls} rows ")}are of that time in plain function calls, measured beside each iteration: "
                + "the machine's speed is not in them, though it is in the times (--clock cpu leaves it in the ratios).";
    }
}
