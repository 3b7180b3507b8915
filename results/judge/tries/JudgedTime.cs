using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>
/// The time by which settings are judged: the wall's, or of a command that keeps one processor busy and waits for nobody its CPU time,
/// which is what the wall would show if no other program took the processor from it.
/// </summary>
public sealed record JudgedTime
{
    // Once in so long a command may wait and still be one that keeps its processor busy.
    private const double NanosecondsPerWait = 5e6;

    // More CPU time than on the wall is the work of several processors.
    private const double MostOfOneProcessor = 1.02;

    private readonly Metric metric;

    private JudgedTime(Metric metric) => this.metric = metric;

    /// <summary>Names of the times that can be asked for, beside <see cref="MetricSet.Auto"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [Launch.Wall, "cpu"];

    /// <summary>Its name.</summary>
    public string Name => metric.Id;

    /// <summary>What it is, in words.</summary>
    public string Words => metric.Id == Launch.Wall ? "time on the wall" : "CPU time";

    /// <summary>The metric that the judge judges by.</summary>
    public Metric Metric => metric;

    /// <summary>The time asked for, or the one that suits all these launches.</summary>
    /// <param name="asked">One of <see cref="Names"/>, or <see cref="MetricSet.Auto"/>.</param>
    /// <param name="launches">What the command did.</param>
    public static JudgedTime Of(string asked, IEnumerable<TriedLaunch> launches)
    {
        string name = asked != MetricSet.Auto ? asked : launches.All(IsOnOneProcessor) ? Names[1] : Names[0];
        return new JudgedTime(new MetricSet(MeasuredTime.All).Held.First(metric => metric.Id == name));
    }

    /// <summary>That of a launch, in ns.</summary>
    public double Of(TriedLaunch launch) => metric.Id == Launch.Wall ? launch.WallNanoseconds : launch.CpuNanoseconds;

    private static bool IsOnOneProcessor(TriedLaunch launch) =>
        launch.CpuNanoseconds <= MostOfOneProcessor * launch.WallNanoseconds
        && launch.Waits <= 1 + launch.CpuNanoseconds / NanosecondsPerWait;
}
