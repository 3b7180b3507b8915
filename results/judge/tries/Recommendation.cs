using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>Which setting to use, by the launches made after the best were chosen.</summary>
/// <param name="Attempt">What was measured.</param>
/// <param name="Verdicts">The settings that were judged, quickest first.</param>
/// <param name="Chosen">The one to use; null where there is nothing to gain.</param>
/// <param name="Threshold">A smaller gain is none.</param>
public sealed record Recommendation(Attempt Attempt, IReadOnlyList<SettingVerdict> Verdicts, SettingVerdict? Chosen, double Threshold)
{
    /// <summary>Judges.</summary>
    /// <param name="attempt">What was measured.</param>
    /// <param name="threshold">A smaller gain is none: 0.03 is 3 %.</param>
    public static Recommendation Of(Attempt attempt, double threshold)
    {
        var judge = new RegressionJudge(threshold, paired: true);
        TriedSetting[] judged = [.. attempt.Settings.Skip(1).Where(setting => setting.Judged.Count > 0)];
        var verdicts = Decide(judge, judged.Select(setting => (attempt.Today, setting)))
            .Select(pair => OfSetting(attempt, pair.Setting, pair.Time)).OrderBy(verdict => verdict.Time.Ratio).ToArray();
        SettingVerdict[] good = [.. verdicts.Where(verdict => verdict.IsFaster && verdict.WhyNot is null)];
        return new Recommendation(attempt, verdicts, good.Length == 0 ? null : Cheapest(judge, good), threshold);
    }

    // Of those that can't be told from the quickest, the one that touches the least, and then takes the least memory.
    private static SettingVerdict Cheapest(RegressionJudge judge, SettingVerdict[] good)
    {
        var rivals = Decide(judge, good.Skip(1).Select(other => (other.Setting, good[0].Setting)));
        var alike = good.Skip(1).Zip(rivals, (other, against) => (other, against.Time))
            .Where(pair => pair.Time.Verdict != Verdict.Improvement && pair.Time.Ratio > 1 / (1 + pair.Time.Threshold))
            .Select(pair => pair.other);
        return alike.Prepend(good[0])
            .OrderBy(verdict => verdict.Setting.Reach).ThenBy(verdict => verdict.Memory ?? double.MaxValue).First();
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

    // A row for each pair, which the judge takes for a benchmark of two builds launched in turns.
    private static IReadOnlyList<(TriedSetting Setting, RowJudgement Time)> Decide(
        RegressionJudge judge, IEnumerable<(TriedSetting Base, TriedSetting Head)> pairs)
    {
        var listed = pairs.ToArray();
        if (listed.Length == 0)
            return [];
        var old = RunOf(listed.Select(pair => Row(pair.Head.Id, pair.Base)));
        var current = RunOf(listed.Select(pair => Row(pair.Head.Id, pair.Head)));
        var wall = MetricSet.Of(current).Held.First(metric => metric.Id == Launch.Wall);
        return [.. judge.Decide(Pairing.Of(old, current, wall)).Rows.Select((row, i) => (listed[i].Head, row))];
    }

    private static Run RunOf(IEnumerable<BenchmarkRow> rows) => new("try", Units.Nanoseconds, [], [.. rows], []);

    private static BenchmarkRow Row(string name, TriedSetting setting) => new()
    {
        FullName = name,
        Type = "try",
        Method = name,
        Title = name,
        Launches = [.. setting.Judged.Select(LaunchOf)],
    };

    private static Launch LaunchOf(TriedLaunch launch) => new Launch { Iterations = 1, Values = [launch.WallNanoseconds] }
        .With(Launch.Wall, launch.WallNanoseconds);
}
