using Bench.Results.Pair;

namespace Bench.Results.Judge;

/// <summary>Two runs judged.</summary>
public sealed record Judgement
{
    /// <summary>What was judged: also the rows that couldn't be.</summary>
    public required Pairing Pairing { get; init; }

    /// <summary>One entry per row of both runs.</summary>
    public required IReadOnlyList<RowJudgement> Rows { get; init; }

    /// <summary>The threshold asked for.</summary>
    public required double Threshold { get; init; }

    /// <summary>Remarks about the comparison as a whole.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The rows of each class with the geometric mean of their ratios, in order of appearance.</summary>
    public IEnumerable<(string Type, double Ratio, IReadOnlyList<RowJudgement> Rows)> Classes =>
        Rows.GroupBy(r => r.Row.Type)
            .Select(g => (g.Key, Math.Exp(g.Average(r => Math.Log(r.Ratio))), (IReadOnlyList<RowJudgement>)[.. g]));

    /// <summary>
    /// Full names of the rows found to be regressions, or that look like one and have too few launches: what a second look should measure
    /// again.
    /// </summary>
    public IReadOnlyList<string> Suspicious => [.. Rows.Where(r => r.Suspected).Select(r => r.Row.FullName)];

    /// <summary>Full names of the rows that neither look like regressions nor exclude one.</summary>
    public IReadOnlyList<string> Undecided => [.. Rows.Where(r => !r.Suspected && !r.ExcludesRegression).Select(r => r.Row.FullName)];

    /// <summary>The names, and when ratios to reference rows are judged also the reference rows.</summary>
    public IEnumerable<string> WithReferences(IReadOnlyList<string> names, bool relative) => !relative ? names : names
        .Concat(Pairing.Head.Rows.Where(r => names.Contains(r.FullName)).Select(r => Reference.PatternFor(r)))
        .Distinct();

    /// <summary>
    /// Full names of the rows that tell whether it was the machine that made the named ones slower. What is judged by a metric that their
    /// minute is not in has its own beside it.
    /// </summary>
    public IEnumerable<string> Controls(IReadOnlyList<string> names) => new MachineSpeed(Pairing.Head.Rows)
        .For(Rows.Where(row => row.Metric.HoldsTheMinute).Select(row => row.Row.FullName).Intersect(names).ToHashSet())
        .Select(row => row.FullName);

    /// <summary>The judgement as an exit code. A difference that was allowed is still in the text.</summary>
    public int Exit(bool allowEnvironmentChange, bool allowMissing)
    {
        if (Pairing.EnvironmentsDiffer && !allowEnvironmentChange)
            return ExitCode.NotComparable;
        if (Rows.Any(r => r.Verdict == Verdict.Regression))
            return ExitCode.Regression;
        if (Pairing.Missing.Count > 0 && !allowMissing)
            return ExitCode.NotComparable;
        // No row judged is no evidence of no regression.
        return Rows.Count > 0 && Rows.All(r => r.ExcludesRegression) ? ExitCode.Ok : ExitCode.Inconclusive;
    }
}
