using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Copies;

/// <summary>
/// Two copies launched in turns and judged; suspicious benchmarks are measured again before anything is called a regression.
/// </summary>
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

    /// <summary>
    /// What remains of the first look's regressions when fresh launches decide, and of its undecided rows when these are added to the first
    /// ones.
    /// </summary>
    public Judgement LookAgain(Judgement first, int rounds, CancellationToken cancellation)
    {
        string[] unsettled = [.. first.Suspicious, .. first.Undecided];
        if (unsettled.Length == 0)
            return first;
        int more = first.Suspicious.Count > 0 ? TimesAsManyRounds * rounds : rounds;
        say(
            $"{first.Suspicious.Count} suspicious and {first.Undecided.Count} undecided, measuring again in {more} rounds: "
                + $"{string.Join(", ", unsettled)}");
        var (old, current) =
            launches.Run(
                [.. first.WithReferences(unsettled, view.IsRelative)
                    .Select(filter => unsettled.Contains(filter) ? Exactly(filter) : filter)], more, cancellation);
        var fresh = view.Pair(old, current);
        var all = Pairing.Of(Both(first.Pairing.Base, fresh.Base), Both(first.Pairing.Head, fresh.Head), fresh.Metric);
        return SecondLook.Confirm(first, judge.Decide(fresh), judge.Decide(all));
    }

    // A filter that a name passes, and hardly any other: a star in it would stand for any text.
    private static string Exactly(string name) => name.Replace('*', '?');

    private static Run Both(Run first, Run second)
    {
        var again = second.Rows.Select(row => row.FullName).ToHashSet();
        return LaunchSet.Merge([first with { Rows = [.. first.Rows.Where(row => again.Contains(row.FullName))] }, second]);
    }
}
