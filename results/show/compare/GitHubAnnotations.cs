using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>
/// A comparison as GitHub's workflow commands, a line each: the verdict first, then the rows that are slower. GitHub shows ten of a kind
/// for each step (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
/// </summary>
/// <param name="allowEnvironmentChange">Whether environments may differ.</param>
/// <param name="allowMissing">Whether rows of the old run may be missing.</param>
public sealed class GitHubAnnotations(bool allowEnvironmentChange, bool allowMissing)
{
    private const int MostOfAKind = 10;

    /// <summary>All lines.</summary>
    public string Write(Judgement judgement) => string.Concat(Lines(judgement).Select(line => line + "\n"));

    private IEnumerable<string> Lines(Judgement judgement)
    {
        string headline = ComparisonText.Headline(judgement);
        yield return judgement.Exit(allowEnvironmentChange, allowMissing) switch
        {
            ExitCode.Ok => Command("notice", "no regression", headline),
            ExitCode.Inconclusive => Command("warning", "inconclusive", headline),
            ExitCode.Regression => Command("error", "regression", headline),
            _ => Command("error", "not comparable", WhyNotComparable(judgement)),
        };
        var slower = judgement.Rows.Where(row => row.Verdict == Verdict.Regression).OrderByDescending(row => row.Ratio);
        foreach (var row in slower.Take(MostOfAKind - 1))
            yield return Command("error", row.Row.FullName, RowText.Numbers(row, judgement.Pairing.Head.Unit));
    }

    private string WhyNotComparable(Judgement judgement)
    {
        var pairing = judgement.Pairing;
        return pairing.EnvironmentsDiffer && !allowEnvironmentChange
            ? string.Join("; ", pairing.Differences.Where(difference => difference.Matters).Select(ComparisonText.Difference))
            : $"missing in the new run: {string.Join(", ", pairing.Missing.Select(row => row.FullName))}";
    }

    private static string Command(string kind, string title, string text) => $"::{kind} title=Bench%3A {Property(title)}::{Data(text)}";

    // Longer ones GitHub cuts anyway.
    private static string Data(string text) => Printable.Line(text.Length > 1000 ? text[..1000] + "…" : text).Replace("%", "%25");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
