using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Results.Data;

namespace Bench.Results.Copies;

/// <summary>
/// Runs two commands in turns, A B B A. A launch is one run; of a short command it is the median of several, in turns themselves, as one
/// run of a few milliseconds says little.
/// </summary>
/// <param name="base">The old command.</param>
/// <param name="head">The new one.</param>
/// <param name="say">Takes one line of progress.</param>
[SupportedOSPlatform("linux")]
public sealed class CommandTurns(MeasuredCommand @base, MeasuredCommand head, Action<string> say) : IPairedLaunches
{
    private const int MostRuns = 100;

    // With the usual ten rounds a second for each command.
    private static readonly TimeSpan LeastLaunch = TimeSpan.FromSeconds(0.1);

    private static readonly TimeSpan LongRun = TimeSpan.FromSeconds(1);

    private readonly List<CommandTime[]> old = [];
    private readonly List<CommandTime[]> current = [];
    private int runs;

    /// <summary>All that was measured, of both.</summary>
    public (Run Base, Run Head) All => (CommandRuns.Of(@base.Shown, old), CommandRuns.Of(head.Shown, current));

    /// <inheritdoc/>
    public (Run Base, Run Head) Run(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation)
    {
        if (runs == 0)
            WarmUp(rounds, cancellation);
        int before = old.Count;
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < rounds; round++)
        {
            Round(round, cancellation);
            say($"round {round + 1} of {rounds} done; {LaunchTurns.TimeLeft(clock.Elapsed, round + 1, rounds)}");
        }
        return (CommandRuns.Of(@base.Shown, old[before..]), CommandRuns.Of(head.Shown, current[before..]));
    }

    private void WarmUp(int rounds, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        double slower = new[] { @base, head }.Max(command => WarmUp(command, cancellation).TotalNanoseconds);
        runs = (int)Math.Clamp(Math.Ceiling(LeastLaunch.TotalNanoseconds / slower), 1, MostRuns);
        say($"warm-up: {clock.Elapsed.TotalSeconds:0.00} s; {rounds} rounds of {Counted.Describe(runs, "run")} of each");
    }

    // The first run reads what later ones find in memory; of a long one that is little.
    private static TimeSpan WarmUp(MeasuredCommand command, CancellationToken cancellation)
    {
        var first = command.Run(cancellation).Wall;
        return first > LongRun ? first : command.Run(cancellation).Wall;
    }

    private void Round(int round, CancellationToken cancellation)
    {
        var (before, after) = (new CommandTime[runs], new CommandTime[runs]);
        for (int run = 0; run < runs; run++)
        {
            bool baseFirst = (round + run) % 2 == 0;
            for (int turn = 0; turn < 2; turn++)
            {
                if (baseFirst == (turn == 0))
                    before[run] = @base.Run(cancellation);
                else
                    after[run] = head.Run(cancellation);
            }
        }
        old.Add(before);
        current.Add(after);
    }
}
