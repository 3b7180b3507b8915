using System.Diagnostics;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Files;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show;

namespace Bench.Results.Prove;

/// <summary>
/// Makes trials: identical code must raise no alarm, a planted slow-down must be found. What <c>ab</c> and <c>gate</c> do is done here by
/// the same code; the tools of today judge the same measurements.
/// </summary>
/// <param name="folder">Holds the copies, the gate's baseline and the log.</param>
/// <param name="built">The built suite that is copied.</param>
/// <param name="work">What is planted: see <see cref="PlantedCopy"/>.</param>
/// <param name="filters">What every launch measures; the planted benchmark among it.</param>
/// <param name="rounds">Launches of each side in <c>ab</c>.</param>
/// <param name="options">Options for every launch.</param>
/// <param name="pair">Makes two copies take turns; disposed of after each trial.</param>
/// <param name="say">Takes one line of progress.</param>
public sealed class Study(string folder, string built, string work, IReadOnlyList<string> filters, int rounds,
    IReadOnlyList<string> options, Func<SuiteCopy, SuiteCopy, (IPairedLaunches Launches, IDisposable Hold)> pair, Action<string> say)
{
    private const int GateLaunches = 3;
    // As many as calibrate makes.
    private const int BaselineLaunches = 10;

    private Run? baseline;

    /// <summary>Two copies in turns, <paramref name="percent"/> planted in the new one.</summary>
    public Trial Ab(int percent, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var old = Copy(0);
        using var current = Copy(percent);
        var (launches, hold) = pair(old, current);
        using var held = hold;
        var trial = new PairedTrial(launches, new RegressionJudge(RegressionJudge.DefaultPairedThreshold, paired: true),
            new View(null, IsRelative: false), say);
        var first = trial.Look(filters, rounds, cancellation);
        var last = trial.LookAgain(first, rounds, cancellation);
        return Record(TrialKind.Ab, percent, clock, first.Pairing, [("ours", last), ("ours, first look", first)]);
    }

    /// <summary>
    /// A fresh run of <paramref name="percent"/> more work against the baseline made when this study was first asked for one.
    /// </summary>
    public Trial Gate(int percent, CancellationToken cancellation)
    {
        using var copy = Copy(percent);
        baseline ??= Baseline(cancellation);
        var clock = Stopwatch.StartNew();
        Run Launch(IReadOnlyCollection<string> some, int launches) =>
            LaunchSet.Merge([.. Enumerable.Range(0, launches).Select(_ => copy.Launch(some, cancellation))]);
        var run = Launch(filters, GateLaunches);
        var pairing = Pairing.Of(baseline, run);
        List<(string, Judgement)> said = [];
        foreach (bool relative in (bool[])[false, true])
        {
            var judge = new RegressionJudge(RegressionJudge.DefaultThreshold);
            var view = new View(null, relative);
            var first = judge.Decide(view.Pair(baseline, run));
            var last = new Repeat(Launch, view, say).Confirm(judge, first, Repeat.DefaultLaunches);
            string name = relative ? "ours, --relative" : "ours";
            said.Add((name, last));
            said.Add(($"{name}, first look", first));
        }

        return Record(TrialKind.Gate, percent, clock, pairing, said);
    }

    private SuiteCopy Copy(int percent) =>
        new(PlantedCopy.Make(built, Path.Combine(folder, $"planted-{work}-{percent}"), work, percent), options);

    private Run Baseline(CancellationToken cancellation)
    {
        say($"gate's baseline: {BaselineLaunches} launches");
        using var copy = Copy(0);
        return Calibration.Learn(
            LaunchSet.Merge([.. Enumerable.Range(0, BaselineLaunches).Select(_ => copy.Launch(filters, cancellation))]));
    }

    // What was measured is kept beside the verdicts, so that another rule can be tried on it.
    private Trial Record(TrialKind kind, int percent, Stopwatch clock, Pairing pairing,
        IEnumerable<(string Name, Judgement Judgement)> ours)
    {
        var alarms = ours.ToDictionary(said => said.Name, said => said.Judgement.Suspicious);
        foreach (var rule in RivalRule.All)
            alarms.Add(rule.Name, rule.Alarms(pairing.Base, pairing.Head));
        double ratio = ours.First().Judgement.Rows.Where(row => row.Row.FullName == PlantedCopy.Benchmark(work)).Select(row => row.Ratio)
            .FirstOrDefault(double.NaN);
        var time = DateTimeOffset.UtcNow;
        string kept = Directory.CreateDirectory(Path.Combine(folder, "runs")).FullName;
        foreach (var (side, run) in new[] { ("base", pairing.Base), ("head", pairing.Head) })
            AtomicFile.Write(Path.Combine(kept, $"{time:HHmmss}-{kind}-{percent}-{side}.json"), BaselineFile.Write(run));
        return new Trial(kind, percent, clock.Elapsed.TotalSeconds, alarms, ratio, time)
        {
            Work = work,
            Undecided = [.. ours.Where(said => said.Judgement.Undecided.Count > 0).Select(said => said.Name)]
        };
    }
}
