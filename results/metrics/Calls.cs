using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Metrics;

/// <summary>
/// CPU time in plain function calls, each iteration by the call measured beside it: what a change of the machine's speed leaves alone, too.
/// </summary>
internal sealed class Calls : Metric
{
    /// <summary>
    /// What clearing a page counts as: about what it takes on the machines at hand (0.35 µs and 1.35 ns), so that an operation in calls is
    /// about its time / call.
    /// </summary>
    public const double PerClearedPage = 256;

    // In quiet minutes launches scatter by little either way; then calls still see the difference of two minutes.
    private const double ClearlyMore = 2;

    public override string Id => "calls";

    public override int Rank => 2;

    public override BaselineColumn Column { get; } = new("InCalls", BaselinePlace.AfterTitle + 1, Needs: "CpuMedians");

    public override MetricWords Words { get; } = new(
        "calls: cpu in plain calls measured beside it",
        "calls where both runs are of one machine and scatter no more in them",
        "function calls measured beside it",
        "relative",
        "relative to function calls measured beside each iteration (to the run's reference row where they were not)")
    {
        Heading = "CPU in calls",
        Meaning =
            "thread CPU time in plain function calls measured beside each iteration, which a change of the machine's speed leaves alone; "
            + $"a page that the kernel cleared counts as {PerClearedPage:0} calls, whatever clearing took",
        IsDetail = true,
        OfRatios = (rows, all) =>
            $" Ratios {(rows == all ? "" : $"of {rows} rows ")}are of that time in plain function calls, measured beside each "
            + "iteration: the machine's speed is not in them, though it is in the times (--clock cpu leaves it in the ratios).",
    };

    public override Metric PartOf => new Cpu();

    // Readers know nanoseconds, whatever the ratio is of.
    public override Metric Shows => new Cpu();

    public override bool HoldsTheMinute => false;

    public override bool FeelsSpeed => false;

    public override bool HasReferenceInstead => true;

    public override string Unit(string unit) => Units.Calls;

    public override bool IsPossible(double time) => Limits.AreCalls(time);

    public override bool Means(BenchmarkRow row) => PartOf.Means(row);

    public override double? ShareSeen(BenchmarkRow row) => Cpu.Share(row);

    public override BenchmarkRow Describe(BenchmarkRow row) =>
        row.Launches
            .Any(
                launch => launch.Readings
                    ?.Iterations.Any(iteration => InNanoseconds(iteration) is not null && Clearing(iteration, row) > 0) == true)
            ? row with { CountsClears = true }
            : row;

    public override bool Suits(BenchmarkRow row) => AllTell([row]);

    public override bool Tells(BenchmarkRow old, BenchmarkRow current, Circumstances beside) =>
        beside.SameEnvironment && AllTell([old, current]);

    /// <summary>What a call beside the row took, in ns; null where none was measured.</summary>
    public static double? TimeOfOne(BenchmarkRow row) => row.Launches.All(launch => launch.Times["calls"] is not null)
        ? Quantiles.Median(row.Launches.Select(launch => Cpu.Of(launch)!.Value / launch.Times["calls"]!.Value))
        : null;

    /// <summary>What a call beside the iteration took, in ns; null where none was measured, or no time to hold against it.</summary>
    public static double? InNanoseconds(Iteration iteration) =>
        Cpu.Of(iteration) is null ? null : iteration["CallNanoseconds"] is not { } call ? null
        : Limits.AreTime(call) ? call : double.NaN;

    // The host's other machines slow memory and cores each by themselves: what clearing its pages took beside it is not counted in calls,
    // but each as so many.
    protected override double? OfIteration(Iteration iteration, BenchmarkRow row)
    {
        if (InNanoseconds(iteration) is not { } call || Cpu.Of(iteration) is not { } time)
            return null;
        double clearing = Clearing(iteration, row);
        double inCalls = clearing > 0 ? (time - clearing) / call + row.RssAnonPerTouched!.Value * PerClearedPage : time / call;
        return inCalls > 0 || double.IsNaN(inCalls) ? inCalls : time / call;
    }

    private static double Clearing(Iteration iteration, BenchmarkRow row) => iteration["ClearNanoseconds"] is not { } clear ? 0
        : Limits.AreTime(clear) ? (row.RssAnonPerTouched ?? 0) * clear : double.NaN;

    // What competes for other parts of the processor than calls do, as a long multiplication does, scatters more in calls. Calls are their
    // own yardstick.
    private bool AllTell(BenchmarkRow[] rows) =>
        rows.All(row => IsOf(row) && PartOf.Suits(row) && !row.IsFunctionCall && row.CountsClears == rows[0].CountsClears)
        && Scatter(rows, Id) <= ClearlyMore * Scatter(rows, PartOf.Id);

    // Sum of squares around each side's own mean, in logarithms.
    private static double Scatter(BenchmarkRow[] rows, string time) =>
        rows.Sum(row => SampleDeviation.Squares([.. row.Launches.Select(launch => Math.Log(launch.Times[time]!.Value))]));
}
