using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Tests.Results;

public class ClockTests
{
    private static readonly double[] Steady = [100, 101, 99, 100.5, 99.5, 100.2];

    [Fact]
    public void ABusyNeighbourIsNoRegression()
    {
        var row = Judge(Row(1, 0.99), Row(2, 0.49)).Rows[0];
        Assert.Equal(Clock.Cpu, row.Clock);
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
    public void NeighboursThatAreAlwaysBusyDoNotMatter() => Assert.Equal(Verdict.Regression, Judge(Row(1, 0.7), Row(1.3, 0.6)).Rows[0].Verdict);

    [Fact]
    public void OneUndisturbedLaunchShowsThatNothingWaits()
    {
        var head = Row(1, 0.99);
        head = head with { Launches = [.. head.Launches.Select((launch, i) => i == 2 ? launch : launch with { Median = 3 * launch.Median })] };
        Assert.Equal(Verdict.Same, Judge(Row(1, 0.99), head).Rows[0].Verdict);
    }

    [Fact]
    public void RowsThatWaitAreJudgedByTheWall()
    {
        var row = Judge(Row(1, 0.3) with { Waits = true }, Row(1.5, 0.2) with { Waits = true }).Rows[0];
        Assert.Equal((Clock.Wall, Verdict.Regression), (row.Clock, row.Verdict));
    }

    [Fact]
    public void ARegressionShowsInCpuTime() => Assert.Equal(Verdict.Regression, Judge(Row(1, 0.99), Row(1.1, 0.99)).Rows[0].Verdict);

    [Fact]
    public void WithoutCpuTimeTheWallIsJudged() => Assert.Equal(Clock.Wall, Judge(Sample.Row("Getpid", Steady), Sample.Row("Getpid", Steady)).Rows[0].Clock);

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

    private static BenchmarkRow Row(double factor, double share)
    {
        var row = Sample.Row("Getpid", [.. Steady.Select(median => factor * median)]);
        return row with { Launches = [.. row.Launches.Select(launch => launch with { CpuMedian = share * launch.Median })] };
    }

    private static Judgement Judge(BenchmarkRow old, BenchmarkRow current) =>
        new RegressionJudge(0.05).Decide(Pairing.Of(new Run("old", "ns", [], [old], []), new Run("new", "ns", [], [current], [])));
}
