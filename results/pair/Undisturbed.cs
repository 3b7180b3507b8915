using Bench.Results.Read;

namespace Bench.Results.Pair;

/// <summary>
/// A row in the iterations that had the processor to themselves, as the function calls beside each tell: a neighbour on the same core makes those
/// slower, too, though by less than it does kernel code. The calls choose, and not what was measured, so that no slow iteration of a row's own is dropped.
/// </summary>
public static class Undisturbed
{
    // Of fewer launches a centre would bear no wild one.
    private const int LeastLaunches = 3;

    /// <summary>
    /// Thread CPU time in function calls: launches with an undisturbed iteration (see <see cref="Launch.UndisturbedInCalls"/>) by those iterations, or
    /// where fewer than three have one all launches by all of theirs.
    /// </summary>
    /// <exception cref="ReadException">The row has no function calls measured beside it.</exception>
    public static BenchmarkRow InCalls(BenchmarkRow row)
    {
        var calls = row.By(Clock.Calls);
        Launch[] launches = [.. calls.Launches.Where(launch => launch.UndisturbedInCalls is not null).Select(launch => launch with { Median = launch.UndisturbedInCalls!.Value })];
        return launches.Length < LeastLaunches ? calls : calls with { Launches = launches };
    }
}
