using Bench.Results.Data;
using Bench.Results.Read;
using Bench.Results.Statistics;

namespace Bench.Results.Pair;

/// <summary>Which time of a launch is judged.</summary>
public enum Clock
{
    /// <summary>
    /// The wall's time for rows that wait. For the others thread CPU time: of quiet slices where both runs timed some, else in function calls where both
    /// are of one environment and launches do not scatter clearly more in those.
    /// </summary>
    Auto,

    /// <summary>Time on the wall: what a user waits for.</summary>
    Wall,

    /// <summary>Thread CPU time: what neighbours who take turns on the processor leave alone.</summary>
    Cpu,

    /// <summary>Thread CPU time in plain function calls measured beside each iteration: what a change of the machine's speed leaves alone, too.</summary>
    Calls,

    /// <summary>Thread CPU time in slices that no neighbour on the core slowed: see <see cref="QuietLaunches"/>.</summary>
    Quiet,
}

/// <summary>Puts the chosen time in the place of the median.</summary>
public static class ClockChoice
{
    // In quiet minutes launches scatter by little either way; then calls still see the difference of two minutes.
    private const double ClearlyMore = 2;

    /// <summary>Fewest launches of a side that say anything about how launches differ.</summary>
    public const int LaunchesToDecide = 3;

    /// <summary>The pair as seen by <paramref name="clock"/>, and which one it was seen by.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="clock">The clock asked for.</param>
    /// <param name="sameEnvironment">Whether both sides are of one environment: elsewhere a function call is another yard.</param>
    /// <param name="inTurns">Whether launches are pairs, of which none can be left out.</param>
    /// <exception cref="ReadException">A time was asked for that a row doesn't have.</exception>
    public static (RowPair Pair, Clock Seen) By(this RowPair pair, Clock clock, bool sameEnvironment = true, bool inTurns = false)
    {
        var seen = clock != Clock.Auto ? clock
            : !inTurns && QuietDecides(pair.Base) && QuietDecides(pair.Head) ? Clock.Quiet
            : sameEnvironment && CallsTell(pair.Base, pair.Head) ? Clock.Calls
            : OwnTime(pair.Base) == Clock.Cpu && OwnTime(pair.Head) == Clock.Cpu ? Clock.Cpu
            : Clock.Wall;
        return (new RowPair(By(pair.Base, seen), By(pair.Head, seen)), seen);
    }

    /// <summary>A run that is not compared pair by pair, as seen by <paramref name="clock"/>: unless another is asked for, the wall's.</summary>
    /// <exception cref="ReadException">A time was asked for that a row doesn't have.</exception>
    public static Run By(this Run run, Clock clock) =>
        clock is Clock.Auto or Clock.Wall ? run : run with { Unit = clock == Clock.Calls ? Units.Calls : run.Unit, Rows = [.. run.Rows.Select(row => By(row, clock))] };

    /// <summary>The clock that suits a row: what <see cref="Clock.Auto"/> takes for it beside another run of the same environment.</summary>
    public static Clock Own(BenchmarkRow row) => QuietTells(row) ? Clock.Quiet : CallsTell(row) ? Clock.Calls : OwnTime(row);

    /// <summary>The row by the clock in ns that suits it.</summary>
    public static BenchmarkRow ByItsOwnTime(this BenchmarkRow row) => By(row, OwnTime(row));

    /// <summary>The run with each row by the clock in ns that suits it.</summary>
    public static Run ByItsOwnTime(this Run run) => run with { Rows = [.. run.Rows.Select(row => row.ByItsOwnTime())] };

    /// <summary>The largest share of a launch's time that was spent on the processor; null where none recorded it.</summary>
    public static double? ShareOnProcessor(BenchmarkRow row) => row.Launches.Max(launch => launch.CpuMedian / launch.Median);

    /// <summary>Whether every launch recorded the thread's CPU time.</summary>
    public static bool HasCpuTime(BenchmarkRow row) => row.Launches.All(launch => launch.CpuMedian is not null);

    /// <summary>Whether every launch measured function calls beside it.</summary>
    public static bool HasCalls(BenchmarkRow row) => row.Launches.All(launch => launch.InCalls is not null);

    /// <summary>The row as seen by <paramref name="clock"/>.</summary>
    /// <exception cref="ReadException">The row doesn't have that time.</exception>
    public static BenchmarkRow By(this BenchmarkRow row, Clock clock)
    {
        // Noise was learnt by the clock that suits the row, and says nothing about another.
        var noise = row.Noise is not null && clock == Own(row) ? row.Noise : null;
        return row with
        {
            Noise = noise,
            Launches = clock switch
            {
                Clock.Calls => Timed(row.Launches, launch => launch.InCalls ?? throw Lacks("function calls measured beside it")),
                Clock.Quiet => Timed(QuietLaunches.Of(row.Launches) ?? throw Lacks("two launches with quiet slices"), launch => launch.Quiet!.Value),
                Clock.Cpu => Timed(row.Launches, launch => launch.CpuMedian ?? throw Lacks("CPU time")),
                _ => row.Launches,
            },
        };

        ReadException Lacks(string what) => new(row.FullName, $"has no {what}");
    }

    private static Launch[] Timed(IReadOnlyList<Launch> launches, Func<Launch, double> time) =>
        [.. launches.Select(launch => launch with { Median = time(launch), Values = [] })];

    // Where fewer quiet ones are left than a verdict needs, all launches may still tell by another clock.
    private static bool QuietDecides(BenchmarkRow row) => QuietTells(row) && QuietLaunches.Of(row.Launches)!.Count >= Math.Min(row.Launches.Count, LaunchesToDecide);

    private static bool QuietTells(BenchmarkRow row) => OwnTime(row) == Clock.Cpu && QuietLaunches.Any(row);

    // What competes for other parts of the processor than calls do, as a long multiplication does, scatters more in calls. Calls are their own yardstick.
    private static bool CallsTell(params BenchmarkRow[] rows) => rows.All(row => HasCalls(row) && OwnTime(row) == Clock.Cpu && !Reference.IsFunctionCall(row) && row.CountsClears == rows[0].CountsClears)
        && Scatter(rows, launch => launch.InCalls!.Value) <= ClearlyMore * Scatter(rows, launch => launch.CpuMedian!.Value);

    // Sum of squares around each side's own mean, in logarithms.
    private static double Scatter(BenchmarkRow[] rows, Func<Launch, double> time) =>
        rows.Sum(row => SampleDeviation.Squares([.. row.Launches.Select(launch => Math.Log(time(launch)))]));

    // Of a row that waits for others by design, the CPU time is not what the operation costs.
    private static Clock OwnTime(BenchmarkRow row) => HasCpuTime(row) && !row.Waits ? Clock.Cpu : Clock.Wall;
}
