using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Measure;

/// <summary>Two copies launched in turns and judged; suspicious benchmarks are measured again before anything is called a regression.</summary>
/// <param name="launches">Launches the copies.</param>
/// <param name="judge">Judges ratios of neighbouring launches.</param>
/// <param name="view">How to look at the runs.</param>
/// <param name="say">Takes one line of progress.</param>
public sealed class PairedTrial(IPairedLaunches launches, RegressionJudge judge, View view, Action<string> say)
{
    // A second look is at few benchmarks, so that more launches of them cost little, and it must not lose what the first one found.
    private const int TimesAsManyRounds = 2;

    /// <summary>The first look: every selected benchmark.</summary>
    public Judgement Look(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation)
    {
        var (old, current) = launches.Run(filters, rounds, cancellation);
        return judge.Decide(view.Pair(old, current));
    }

    /// <summary>What remains of the first look's regressions when fresh launches decide.</summary>
    public Judgement LookAgain(Judgement first, int rounds, CancellationToken cancellation)
    {
        if (first.Suspicious.Count == 0)
            return first;
        say($"{first.Suspicious.Count} suspicious, measuring again: {string.Join(", ", first.Suspicious)}");
        return SecondLook.Confirm(first, Look([.. first.WithReferences(first.Suspicious, view.IsRelative)], TimesAsManyRounds * rounds, cancellation));
    }
}
