using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Metrics;

/// <summary>
/// CPU time in slices in which the measuring thread had its core to itself. A neighbour, such as another virtual machine on the core's
/// second thread, only ever adds time: 20 to 45 % to kernel code, 15 to 50 % to function calls. So a launch is represented by its quickest
/// slice (Chen and Revels 2016, "Robust benchmarking in noisy environments"), and not at all where even the quickest function call beside
/// it was slow. The calls choose the launches and not what was measured, so that no slow launch of a row's own is dropped.
/// </summary>
internal sealed class Quiet : Metric
{
    // Of 450 launches of 30 rows, 80 were slower than 1.12 times their row's quickest quarter; 73 of these, and 17 others, had no call
    // within 15 %.
    private const double Disturbed = 0.15;

    // One of three or more may be a quiet one by chance.
    private const int Least = 2;

    public override string Id => "quiet";

    public override int Rank => 3;

    public override BaselineColumn Column { get; } = new("Quiet", BaselinePlace.AfterResident, HasGaps: true);

    public override MetricWords Words { get; } = new(
        "quiet: cpu in slices that no neighbour slowed",
        "quiet where both have slices, of rows that never wait",
        "two launches with quiet slices",
        "quiet",
        "by CPU time of the slices that no neighbour on the core slowed")
    {
        Heading = "Quiet {0}",
        Meaning = "thread CPU time of the quickest slice of each launch, their lower quartile, without launches that had "
            + "a neighbour on the core throughout: what the operation costs, not what a busy machine makes of it",
        OfTimes = (rows, all) =>
            $" Times {(rows == all ? "" : $"of {rows} rows ")}are of the quickest slice of each launch that no neighbour on the core "
            + $"slowed throughout.",
    };

    public override Metric PartOf => new Cpu();

    public override bool HoldsTheMinute => false;

    public override bool Means(BenchmarkRow row) => PartOf.Means(row);

    public override double? ShareSeen(BenchmarkRow row) => Cpu.Share(row);

    public override bool IsShownOf(BenchmarkRow row) => Means(row);

    // Slices are as quick as the quickest calls tell, whatever slowed the others.
    public override double? SpeedBeside(BenchmarkRow row) => QuickestCall.Of(row.Launches);

    public override Run Keep(Run run, IReadOnlyList<BenchmarkRow> beside)
    {
        double? quickest = QuickestCall.Of(run.Rows.Concat(beside).SelectMany(row => row.Launches));
        return run with
        {
            Rows =
                [.. run.Rows
                    .Select(
                        row => row.Launches.All(launch => launch.Times[Id] is null)
                            ? row
                            : row with { Launches = Keep(row.Launches, quickest) })]
        };
    }

    public override IReadOnlyList<Launch>? Counting(IReadOnlyList<Launch> launches)
    {
        Launch[] quiet = [.. launches.Where(launch => launch.Times[Id] is not null)];
        return quiet.Length >= Math.Min(Least, (launches.Count + 1) / 2) ? quiet : null;
    }

    // A neighbour for part of each iteration, which calls beside it may miss, only adds time.
    public override double Centre(IReadOnlyList<double> launches) => Centres.LowerQuartile(launches);

    public override bool Suits(BenchmarkRow row) => PartOf.Suits(row) && IsOf(row);

    // Where fewer quiet ones are left than a verdict needs, all launches may still tell by another time.
    public override bool Tells(BenchmarkRow old, BenchmarkRow current, Circumstances beside) =>
        !beside.InTurns && Decides(old) && Decides(current);

    protected override double? OfIteration(Iteration iteration, BenchmarkRow row) => iteration["QuietNanoseconds"];

    protected override double Summarise(IReadOnlyList<double> iterations) => iterations.Min();

    private Launch[] Keep(IReadOnlyList<Launch> launches, double? quickest) =>
        [.. launches.Select(launch => QuickestCall.Of([launch]) <= (1 + Disturbed) * quickest ? launch : launch.With(Id, null))];

    private bool Decides(BenchmarkRow row) =>
        Suits(row) && Counting(row.Launches)!.Count >= Math.Min(row.Launches.Count, MetricSet.LaunchesToDecide);
}
