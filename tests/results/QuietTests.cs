using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Read;
using CsCheck;

namespace Bench.Tests.Results;

public class QuietTests
{
    private const double Call = 1.3;
    private static readonly double[] Steady = [100, 101, 99, 100.5, 99.5, 100.2];

    [Fact]
    public void ANeighbourThatLeavesNowAndThenChangesNothing() => Gen.Double[1, 2].Array[Steady.Length].Sample(slowed =>
    {
        // CPU time and calls of whole iterations are slowed, the quickest slices and calls are not.
        var busy = Row(1) with
        {
            Launches = [.. Row(1).Launches.Select((l, i) => l.With("wall", slowed[i] * l.Median).With("cpu", slowed[i] * l.CpuMedian))]
        };
        var row = Judge(Row(1), busy).Rows[0];
        Assert.Equal((Clock.Quiet, Verdict.Same), (row.Metric, row.Verdict));
        Assert.Equal(1, row.Ratio, 1e-9);
    });

    [Fact]
    public void LaunchesWithANeighbourThroughoutAreLeftOut()
    {
        var row = Judge(Row(1), Disturbed(Row(1), 3)).Rows[0];
        Assert.Equal((Clock.Quiet, Verdict.Same, 3), (row.Metric, row.Verdict, row.HeadLaunches));
        Assert.Equal([0, 1, 2],
            Measured.QuietOf(Of(Disturbed(Row(1), 3)).Rows[0].Launches)!.Select(l => (int)Array.IndexOf(Steady, l.Quiet!.Value)));
    }

    [Fact]
    public void OneQuietLaunchOfManyIsNoCentre()
    {
        Assert.Null(Measured.QuietOf(Of(Disturbed(Row(1), 1)).Rows[0].Launches));
        Assert.NotEqual(Clock.Quiet, Judge(Row(1), Disturbed(Row(1), 1)).Rows[0].Metric);
        Assert.Throws<ReadException>(() => Of(Disturbed(Row(1), 1)).Rows[0].By(Clock.Quiet));
    }

    [Fact]
    public void FewerQuietLaunchesThanAVerdictNeedsLeaveItToAllOfThem() =>
        Assert.Equal((Clock.Cpu, 6, false),
            Judge(Row(1), Disturbed(Row(1), 2)).Rows[0] is var row ? (row.Metric, row.HeadLaunches, row.TooFewLaunches) : default);

    [Fact]
    public void ARowWithANeighbourInAllItsLaunchesIsToldByTheOtherRows()
    {
        var quiet = Row(1) with { FullName = "Bench.Workloads.Syscall.Getppid" };
        var run = Of(quiet, Disturbed(Row(1), 0));
        Assert.Equal([true, false], run.Rows.Select(Clock.Quiet.IsOf));
        // Among its own launches only it looks quiet.
        Assert.True(Clock.Quiet.IsOf(Of(Disturbed(Row(1), 0)).Rows[0]));
    }

    [Fact]
    public void OneLaunchIsQuietByItself() => Assert.Single(Measured.QuietOf([Row(1).Launches[0]])!);

    [Fact]
    public void OneQuietLaunchOfTwoIsEnough()
    {
        var two = Disturbed(Row(1), 1);
        Assert.Single(Measured.QuietOf(Of(two with { Launches = [.. two.Launches.Take(2)] }).Rows[0].Launches)!);
    }

    [Fact]
    public void ARegressionShowsAlthoughTheMachineIsBusy() =>
        Assert.Equal(Verdict.Regression, Judge(Row(1), Disturbed(Row(1.1), 4)).Rows[0].Verdict);

    [Fact]
    public void AMachineThatBecameSlowerForGoodIsNoRegression()
    {
        var row = Judge(Row(1), Row(1.3, Call * 1.3)).Rows[0];
        Assert.Equal(Verdict.Inconclusive, row.Verdict);
        Assert.Contains("1.30x slower too", Assert.Single(row.Notes));
    }

    [Fact]
    public void NoneOfAPairIsLeftOut()
    {
        var judgement = new RegressionJudge(0.05, paired: true).Decide(Pairing.Of(Of(Row(1)), Of(Disturbed(Row(1), 3))));
        Assert.Equal((Clock.Cpu, 6), (judgement.Rows[0].Metric, judgement.Rows[0].HeadLaunches));
    }

    [Fact]
    public void SlicesAreKeptInABaseline()
    {
        var run = Of(Disturbed(Row(1), 3));
        var back = BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(BaselineFile.Write(run)));
        Assert.Equal(run.Rows[0].Launches.Select(l => (l.Quiet, l.QuickestCall)),
            back.Rows[0].Launches.Select(l => (l.Quiet, l.QuickestCall)));
    }

    [Fact]
    public void WhatWaitsIsNotJudgedBySlices() =>
        Assert.Equal(Clock.Wall, Judge(Row(1) with { Waits = true }, Row(1) with { Waits = true }).Rows[0].Metric);

    // Its launches from the one given on have a neighbour throughout.
    private static BenchmarkRow Disturbed(BenchmarkRow row, int first) => row with
    {
        Launches =
            [.. row.Launches
                .Select(
                    (l, i) => i < first
                        ? l
                        : l.With("cpu", 1.4 * l.CpuMedian).With("quiet", 1.4 * l.Quiet).With("quickest call", 1.3 * l.QuickestCall))],
    };

    private static BenchmarkRow Row(double factor, double call = Call)
    {
        var row = Sample.Row("Getpid", [.. Steady.Select(time => factor * time)]);
        return row with
        {
            Launches = [.. row.Launches.Select(l => l.With("cpu", l.Median).With("quiet", l.Median).With("quickest call", call))]
        };
    }

    private static Judgement Judge(BenchmarkRow old, BenchmarkRow current) =>
        new RegressionJudge(0.05).Decide(Pairing.Of(Of(old), Of(current)));

    private static Run Of(params BenchmarkRow[] rows) => Derivation.Keep(Sample.Run() with { Rows = rows });
}
