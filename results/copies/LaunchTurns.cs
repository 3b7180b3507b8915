using System.Diagnostics;
using Bench.Results.Data;

namespace Bench.Results.Copies;

/// <summary>
/// Launches two copies in turns, A B B A A B B A: neighbours in time share the machine's mood, and neither copy is always
/// first, so a drift that is linear over two rounds cancels.
/// </summary>
/// <param name="base">The old copy.</param>
/// <param name="head">The new copy.</param>
/// <param name="say">Takes one line of progress.</param>
public sealed class LaunchTurns(ICopy @base, ICopy head, Action<string> say) : IPairedLaunches
{
    /// <inheritdoc/>
    public (Run Base, Run Head) Run(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation)
    {
        List<Run> old = [], current = [];
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < rounds; round++)
        {
            bool baseFirst = round % 2 == 0;
            for (int turn = 0; turn < 2; turn++)
            {
                bool isBase = baseFirst == (turn == 0);
                (isBase ? old : current).Add((isBase ? @base : head).Launch(filters, cancellation));
                int done = old.Count + current.Count;
                say($"round {round + 1} of {rounds}, {(isBase ? "base" : "head")} done; {TimeLeft(clock.Elapsed, done, 2 * rounds)}");
            }
        }

        return (LaunchSet.Merge(old), LaunchSet.Merge(current));
    }

    /// <summary>"about 2 min 10 s left", from what the launches so far took.</summary>
    public static string TimeLeft(TimeSpan elapsed, int done, int total)
    {
        var left = elapsed / done * (total - done);
        return left.TotalSeconds < 1 ? "done" : $"about {Durations.Describe(left)} left";
    }
}
