using System.Diagnostics;
using Bench.Interop.Processes;
using Bench.Results.Data;

namespace Bench.Results.Copies;

/// <summary>
/// Launches two copies at once and lets their iterations run in turns, A B B A: both sides see the same fast and slow seconds of the
/// machine, which launches that follow each other do not. A launch is still the unit of what is learnt: one pair of processes, one ratio.
/// </summary>
/// <param name="base">The old copy.</param>
/// <param name="head">The new copy.</param>
/// <param name="say">Takes one line of progress.</param>
public sealed class IterationTurns(SuiteCopy @base, SuiteCopy head, Action<string> say) : IPairedLaunches
{
    // A socket's path has 107 bytes (unix(7)), of which the folder's name and the socket's take less than 50.
    private const int LongestParent = 57;

    /// <inheritdoc/>
    public (Run Base, Run Head) Run(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation)
    {
        List<Run> old = [], current = [];
        var clock = Stopwatch.StartNew();
        for (int round = 1; round <= rounds; round++)
        {
            var (before, after) = LaunchBoth(filters, cancellation);
            old.Add(before);
            current.Add(after);
            say($"round {round} of {rounds} done; {LaunchTurns.TimeLeft(clock.Elapsed, round, rounds)}");
        }

        return (LaunchSet.Merge(old), LaunchSet.Merge(current));
    }

    private (Run Base, Run Head) LaunchBoth(IReadOnlyCollection<string> filters, CancellationToken cancellation)
    {
        using var folder = ProcessFolder.Create(atSignals: false, Path.GetTempPath().Length <= LongestParent ? null : "/tmp");
        using var table = new TurnTable(folder.Path);
        Task<Run> Launch(SuiteCopy copy, int side) => Task.Run(() =>
        {
            try
            {
                return copy.Launch(filters, table.Seat(side), cancellation);
            }
            finally
            {
                table.End(side);
            }
        });
        Task<Run>[] both = [Launch(@base, 0), Launch(head, 1)];
        try
        {
            Task.WaitAll(both, CancellationToken.None);
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            // The first reason is the one to tell; the other side's launch has ended too.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }

        return (both[0].Result, both[1].Result);
    }
}
