using System.Globalization;
using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>Which setting to use, by the launches made after the best were chosen.</summary>
/// <param name="Attempt">What was measured.</param>
/// <param name="Verdicts">The settings that were judged, quickest first.</param>
/// <param name="Chosen">The one to use; null where there is nothing to gain.</param>
/// <param name="Time">By which time.</param>
/// <param name="Threshold">A smaller gain is none.</param>
public sealed record Recommendation(
    Attempt Attempt, IReadOnlyList<SettingVerdict> Verdicts, SettingVerdict? Chosen, JudgedTime Time, double Threshold)
{
    /// <summary>Judges.</summary>
    /// <param name="attempt">What was measured.</param>
    /// <param name="threshold">A smaller gain is none: 0.03 is 3 %.</param>
    public static Recommendation Of(Attempt attempt, double threshold)
    {
        var time = JudgedTime.Of(attempt.Clock, attempt.Settings.SelectMany(setting => setting.Shown));
        var judge = new TimeJudge(new RegressionJudge(threshold, paired: true), time);
        TriedSetting[] judged = [.. attempt.Settings.Skip(1).Where(setting => setting.Judged.Count > 0)];
        var verdicts = judge.Decide(judged.Select(setting => (attempt.Today, setting)))
            .Select(pair => OfSetting(attempt, pair.Setting, pair.Time)).OrderBy(verdict => verdict.Time.Ratio).ToArray();
        SettingVerdict[] good = [.. verdicts.Where(verdict => verdict.IsFaster && verdict.WhyNot is null)];
        return new Recommendation(attempt, verdicts, good.Length == 0 ? null : Cheapest(judge, good), time, threshold);
    }

    // Of those that can't be told from the quickest, the one that touches the least, then takes the least memory by whole percents, then is
    // the quickest. A rival may be slower by half of what counts as a gain, as its own time is no surer than that.
    private static SettingVerdict Cheapest(TimeJudge judge, SettingVerdict[] good)
    {
        var rivals = judge.Decide(good.Skip(1).Select(other => (other.Setting, good[0].Setting)));
        var alike = good.Skip(1).Zip(rivals, (other, against) => (other, against.Time))
            .Where(pair => pair.Time.Verdict != Verdict.Improvement && pair.Time.Ratio > 1 / (1 + pair.Time.Threshold / 2))
            .Select(pair => pair.other);
        return alike.Prepend(good[0])
            .OrderBy(verdict => verdict.Setting.Reach)
            .ThenBy(verdict => Math.Round(verdict.Memory ?? double.MaxValue, 2)).ThenBy(verdict => verdict.Time.Ratio).First();
    }

    private static SettingVerdict OfSetting(Attempt attempt, TriedSetting setting, RowJudgement time)
    {
        double? memory = MemoryCost.Of(attempt.Today, setting);
        string? whyNot = attempt.MemoryLimit is not { } limit ? null
            : memory is not { } cost ? "its memory could not be seen"
            : cost <= limit ? null
            : string.Create(CultureInfo.InvariantCulture, $"it takes {cost:0.00}x the memory, beyond the limit of {limit:0.##}x");
        var verdict = new SettingVerdict(setting, time, memory, null);
        return verdict.IsFaster ? verdict with { WhyNot = whyNot } : verdict;
    }
}
