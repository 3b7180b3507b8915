using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>
/// Lets fresh measurements of the suspicious rows decide. The first look only chooses what to look at again, so its
/// false alarms do not add to those of the second.
/// </summary>
public static class SecondLook
{
    /// <summary>The judgement with every regression judged again against <paramref name="again"/>; a row that was not repeated stands.</summary>
    public static Judgement Confirm(RegressionJudge judge, Judgement first, Run again)
    {
        if (Pairing.Of(first.Pairing.Head, again).EnvironmentsDiffer)
            return first with { Notes = [.. first.Notes, "the repeat was not used: it ran in another environment than the new run"] };
        return Confirm(first, judge.Decide(Pairing.Of(first.Pairing.Base, again, first.Pairing.Clock)));
    }

    /// <summary>The judgement with every regression replaced by what <paramref name="second"/> says of it.</summary>
    public static Judgement Confirm(Judgement first, Judgement second)
    {
        var again = second.Rows.ToDictionary(r => r.Row.FullName);
        return first with
        {
            Rows = [.. first.Rows.Select(row => row.Verdict == Verdict.Regression && again.TryGetValue(row.Row.FullName, out var repeat)
                ? repeat with { Notes = [.. repeat.Notes, $"measured again; the first look said {row.Ratio:0.000}x"] }
                : row)],
        };
    }
}
