using Bench.Results.Read;

namespace Bench.Results.Pair;

/// <summary>Which time of a launch is judged.</summary>
public enum Clock
{
    /// <summary>Time on the wall: what a user waits for.</summary>
    Wall,

    /// <summary>Thread CPU time: steadier where neighbours take turns on the processor.</summary>
    Cpu,
}

/// <summary>Puts the chosen time in the place of the median.</summary>
public static class ClockChoice
{
    /// <summary>The run as seen by <paramref name="clock"/>.</summary>
    /// <exception cref="ReadException">A row has no CPU time.</exception>
    public static Run By(this Run run, Clock clock) => clock == Clock.Wall ? run : run with
    {
        Rows = [.. run.Rows.Select(row => row with
        {
            Noise = null,
            Launches = [.. row.Launches.Select(l => l with
            {
                Median = l.CpuMedian ?? throw new ReadException(run.Source, $"{row.FullName} has no CPU time"),
                Values = [],
            })],
        })],
    };
}
