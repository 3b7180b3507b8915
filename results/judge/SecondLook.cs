using Bench.Results.Data;
using Bench.Results.Pair;

namespace Bench.Results.Judge;

/// <summary>
/// Lets fresh measurements of the suspicious rows decide. The first look only chooses what to look at again, so its
/// false alarms do not add to those of the second.
/// </summary>
public static class SecondLook
{
    /// <summary>
    /// The judgement with every regression, and every row that looks like one and has too few launches, judged again against
    /// <paramref name="again"/>; a row that was not repeated stands.
    /// </summary>
    public static Judgement Confirm(RegressionJudge judge, Judgement first, Run again)
    {
        if (Pairing.Of(first.Pairing.Head, again).EnvironmentsDiffer)
            return first with { Notes = [.. first.Notes, "the repeat was not used: it ran in another environment than the new run"] };
        return Confirm(first, judge.Decide(Pairing.Of(first.Pairing.Base, again, first.Pairing.Metric)));
    }

    /// <summary>
    /// The judgement with every suspected regression replaced by what <paramref name="fresh"/> says of it, and every row that was left
    /// undecided by what
    /// <paramref name="all"/> the launches, those of the first look and more, say of it. Since the first look alone never makes a
    /// regression, the chance of a false one stays what it is for one look.
    /// </summary>
    public static Judgement Confirm(Judgement first, Judgement fresh, Judgement? all = null)
    {
        var repeated = fresh.Rows.ToDictionary(r => r.Row.FullName);
        var pooled = all?.Rows.ToDictionary(r => r.Row.FullName) ?? [];
        return first with
        {
            Rows = [.. first.Rows.Select(row =>
                row.Suspected && repeated.TryGetValue(row.Row.FullName, out var repeat)
                    ? repeat with { Notes = [.. repeat.Notes, $"measured again; the first look said {row.Ratio:0.000}x"] }
                : !row.ExcludesRegression && pooled.TryGetValue(row.Row.FullName, out var settled)
                    ? settled with
                    {
                        Notes = [.. settled.Notes,
                            $"settled by more launches; {row.HeadLaunches} of them had left {row.Lower:0.000}x..{row.Upper:0.000}x"]
                    }
                : row)],
        };
    }
}
