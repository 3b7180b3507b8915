using Bench.Results.Read;

namespace Bench.Results.Pair;

/// <summary>Which time of a launch is judged.</summary>
public enum Clock
{
    /// <summary>Thread CPU time for rows that never wait, the wall's for all others.</summary>
    Auto,

    /// <summary>Time on the wall: what a user waits for.</summary>
    Wall,

    /// <summary>Thread CPU time: what neighbours who take turns on the processor leave alone.</summary>
    Cpu,
}

/// <summary>Puts the chosen time in the place of the median.</summary>
public static class ClockChoice
{
    /// <summary>The pair as seen by <paramref name="clock"/>, and which one it was seen by.</summary>
    /// <exception cref="ReadException">CPU time was asked for and a row has none.</exception>
    public static (RowPair Pair, Clock Seen) By(this RowPair pair, Clock clock)
    {
        var seen = clock != Clock.Auto ? clock : NeverWaits(pair.Base) && NeverWaits(pair.Head) ? Clock.Cpu : Clock.Wall;
        return (new RowPair(By(pair.Base, seen), By(pair.Head, seen)), seen);
    }

    /// <summary>A run that is not compared pair by pair, as seen by <paramref name="clock"/>: unless CPU time is asked for, the wall's.</summary>
    /// <exception cref="ReadException">CPU time was asked for and a row has none.</exception>
    public static Run By(this Run run, Clock clock) => clock == Clock.Cpu ? run with { Rows = [.. run.Rows.Select(row => By(row, clock))] } : run;

    /// <summary>The row by the clock that <see cref="Clock.Auto"/> takes for it.</summary>
    public static BenchmarkRow ByItsOwn(this BenchmarkRow row) => By(row, NeverWaits(row) ? Clock.Cpu : Clock.Wall);

    /// <summary>The run with each row by the clock that <see cref="Clock.Auto"/> takes for it.</summary>
    public static Run ByItsOwn(this Run run) => run with { Rows = [.. run.Rows.Select(row => row.ByItsOwn())] };

    /// <summary>Whether the row's CPU time is known, and is what its operation costs.</summary>
    public static bool NeverWaits(BenchmarkRow row) => HasCpuTime(row) && !row.Waits;

    /// <summary>The largest share of a launch's time that was spent on the processor.</summary>
    public static double ShareOnProcessor(BenchmarkRow row) => row.Launches.Max(launch => launch.CpuMedian!.Value / launch.Median);

    /// <summary>Whether every launch recorded the thread's CPU time.</summary>
    public static bool HasCpuTime(BenchmarkRow row) => row.Launches.All(launch => launch.CpuMedian is not null);

    /// <summary>The row as seen by <paramref name="clock"/>.</summary>
    /// <exception cref="ReadException">CPU time was asked for and the row has none.</exception>
    public static BenchmarkRow By(this BenchmarkRow row, Clock clock)
    {
        // Noise was learnt by the clock that suits the row, and says nothing about another.
        var noise = clock == (NeverWaits(row) ? Clock.Cpu : Clock.Wall) ? row.Noise : null;
        return clock == Clock.Wall ? row with { Noise = noise } : row with
        {
            Noise = noise,
            Launches = [.. row.Launches.Select(launch => launch with
            {
                Median = launch.CpuMedian ?? throw new ReadException(row.FullName, "has no CPU time"),
                Values = [],
            })],
        };
    }
}
