using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Read;
using CsCheck;

namespace Bench.Tests.Results;

public class ClockTests
{
    private static readonly double[] Steady = [100, 101, 99, 100.5, 99.5, 100.2];

    [Fact]
    public void ABusyNeighbourIsNoRegression()
    {
        var row = Judge(Row(1, 0.99), Row(2, 0.49)).Rows[0];
        Assert.Equal(Clock.Cpu, row.Metric);
        Assert.InRange(row.Ratio, 0.98, 1.02);
        Assert.NotEqual(Verdict.Regression, row.Verdict);
    }

    [Fact]
    public void CodeThatBeginsToWaitIsNotPassed()
    {
        var judgement = Judge(Row(1, 0.99), Row(2, 0.49));
        Assert.Equal(Verdict.Inconclusive, judgement.Rows[0].Verdict);
        Assert.Contains("at most 49", Assert.Single(judgement.Rows[0].Notes));
    }

    [Fact]
    public void NeighboursThatAreAlwaysBusyDoNotMatter() =>
        Assert.Equal(Verdict.Regression, Judge(Row(1, 0.7), Row(1.3, 0.6)).Rows[0].Verdict);

    [Fact]
    public void OneUndisturbedLaunchShowsThatNothingWaits()
    {
        var head = Row(1, 0.99);
        head = head with { Launches = [.. head.Launches.Select((launch, i) => i == 2 ? launch : launch.With("wall", 3 * launch.Median))] };
        Assert.Equal(Verdict.Same, Judge(Row(1, 0.99), head).Rows[0].Verdict);
    }

    [Fact]
    public void RowsThatWaitAreJudgedByTheWall()
    {
        var row = Judge(Row(1, 0.3) with { Waits = true }, Row(1.5, 0.2) with { Waits = true }).Rows[0];
        Assert.Equal((Clock.Wall, Verdict.Regression), (row.Metric, row.Verdict));
    }

    [Fact]
    public void ARegressionShowsInCpuTime() => Assert.Equal(Verdict.Regression, Judge(Row(1, 0.99), Row(1.1, 0.99)).Rows[0].Verdict);

    [Fact]
    public void WithoutCpuTimeTheWallIsJudged() =>
        Assert.Equal(Clock.Wall, Judge(Sample.Row("Getpid", Steady), Sample.Row("Getpid", Steady)).Rows[0].Metric);

    [Fact]
    public void NoiseIsKeptForTheClockItWasLearntBy()
    {
        var pair = new RowPair(Row(1, 0.99) with { Noise = new Noise(10, 0.01, 0.03) }, Row(1, 0.99));
        Assert.NotNull(pair.By(Clock.Auto).Pair.Base.Noise);
        Assert.NotNull(pair.By(Clock.Cpu).Pair.Base.Noise);
        Assert.Null(pair.By(Clock.Wall).Pair.Base.Noise);
    }

    [Fact]
    public void CpuTimeThatWasNotRecordedIsRefused() =>
        Assert.Throws<ReadException>(() => new RowPair(Sample.Row("Getpid", Steady), Sample.Row("Getpid", Steady)).By(Clock.Cpu));

    [Fact]
    public void TheMachinesSpeedIsNotInFunctionCalls() => Gen.Double[0.5, 2].Sample(speed =>
    {
        var row = Judge(InCalls(Row(1, 0.99), 1.5), InCalls(Row(speed, 0.99), 1.5 * speed)).Rows[0];
        Assert.Equal((Clock.Calls, Verdict.Same), (row.Metric, row.Verdict));
        Assert.InRange(row.Ratio, 1 - 1e-9, 1 + 1e-9);
        // In nanoseconds it is there to see.
        Assert.Equal(speed, row.HeadCentre / row.BaseCentre, 1e-9);
    });

    [Fact]
    public void ARegressionShowsInFunctionCallsOnAMachineThatBecameFaster() =>
        Assert.Equal(Verdict.Regression, Judge(InCalls(Row(1, 0.99), 1.5), InCalls(Row(0.88, 0.99), 1.2)).Rows[0].Verdict);

    [Fact]
    public void MoreLaunchesTellLessApartInFunctionCallsOnly()
    {
        var noise = new Noise(10, 0.02, 0.2);
        BenchmarkRow Of(double factor) => InCalls(Row(factor, 0.99), 1.5) with { Noise = noise };
        RowPair few = new(Of(1), Of(1)),
            more = new(few.Base with { Launches = [.. few.Base.Launches, .. few.Base.Launches] },
                few.Head with { Launches = [.. few.Head.Launches, .. few.Head.Launches] });
        Assert.Equal(0.2, Calibration.Floor(few, Clock.Cpu), 1e-12);
        Assert.Equal(0.2, Calibration.Floor(more, Clock.Cpu), 1e-12);
        Assert.Equal(1 / Math.Sqrt(few.Base.Launches.Count), Math.Log(1 + Calibration.Floor(few, Clock.Calls)) / Math.Log(1.2), 1e-12);
        Assert.Equal(1 / Math.Sqrt(2),
            Math.Log(1 + Calibration.Floor(more, Clock.Calls)) / Math.Log(1 + Calibration.Floor(few, Clock.Calls)), 1e-12);
        // Above the floor of these launches, below that of single ones.
        Assert.Equal(Verdict.Regression, Judge(Of(1), Of(1.15)).Rows[0].Verdict);
        Assert.Equal(Verdict.Same, Judge(Of(1), Of(1.05)).Rows[0].Verdict);
    }

    [Fact]
    public void TheControlItselfIsJudgedByCpuTimeAndMovesWithTheMachine()
    {
        BenchmarkRow Control(double factor) => InCalls(Row(factor, 0.99), 1.5 * factor) with { Method = BenchmarkRow.FunctionCall };
        var row = Judge(Control(1), Control(1.3)).Rows[0];
        Assert.Equal((Clock.Cpu, Verdict.Inconclusive), (row.Metric, row.Verdict));
        Assert.Contains("1.30x slower too", Assert.Single(row.Notes));
    }

    [Fact]
    public void WhatScattersMoreInFunctionCallsIsJudgedByCpuTime() =>
        Assert.Equal(Clock.Cpu, Judge(InCalls(Row(1, 0.99), 1.5), InCalls(Row(1, 0.99), 1.5, callScatter: 0.1)).Rows[0].Metric);

    [Fact]
    public void CallsThatCountClearsAreAnotherUnit()
    {
        var row = InCalls(Row(1, 0.99), 1.5);
        Assert.Equal(Clock.Cpu, Judge(row, row with { CountsClears = true }).Rows[0].Metric);
        Assert.Equal(Clock.Calls, Judge(row with { CountsClears = true }, row with { CountsClears = true }).Rows[0].Metric);
        var run = Sample.Run() with { Rows = [row with { CountsClears = true }] };
        Assert.True(BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(BaselineFile.Write(run))).Rows[0].CountsClears);
    }

    [Fact]
    public void InAnotherEnvironmentAFunctionCallIsAnotherYard()
    {
        BenchmarkRow old = InCalls(Row(1, 0.99), 1.5), current = InCalls(Row(1.3, 0.99), 1.5);
        Run Of(string processor, BenchmarkRow row) =>
            new(processor, "ns", [new EnvironmentFact("cpu", "Processor", processor, true)], [row], []);
        Assert.Equal(Clock.Cpu, new RegressionJudge(0.05).Decide(Pairing.Of(Of("one", old), Of("other", current))).Rows[0].Metric);
        Assert.Equal(Clock.Calls, new RegressionJudge(0.05).Decide(Pairing.Of(Of("one", old), Of("one", current))).Rows[0].Metric);
    }

    [Fact]
    public void FunctionCallsThatWereNotMeasuredAreRefused() =>
        Assert.Throws<ReadException>(() => new RowPair(Row(1, 0.99), Row(1, 0.99)).By(Clock.Calls));

    [Fact]
    public void FunctionCallsAreKeptInABaseline()
    {
        var run = new Run("run", "ns", [], [InCalls(Row(1, 0.99), 1.5)], []);
        var back = BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(BaselineFile.Write(run)));
        Assert.Equal(run.Rows[0].Launches.Select(l => l.InCalls), back.Rows[0].Launches.Select(l => l.InCalls));
    }

    private static BenchmarkRow InCalls(BenchmarkRow row, double call, double callScatter = 0) =>
        row with
        {
            Launches = [.. row.Launches.Select((launch, i) => launch.With("calls", launch.CpuMedian / call * (1 + callScatter * (i % 3))))]
        };

    private static BenchmarkRow Row(double factor, double share)
    {
        var row = Sample.Row("Getpid", [.. Steady.Select(median => factor * median)]);
        return row with { Launches = [.. row.Launches.Select(launch => launch.With("cpu", share * launch.Median))] };
    }

    private static Judgement Judge(BenchmarkRow old, BenchmarkRow current) =>
        new RegressionJudge(0.05).Decide(Pairing.Of(new Run("old", "ns", [], [old], []), new Run("new", "ns", [], [current], [])));
}
