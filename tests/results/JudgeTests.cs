using Bench.Results;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Tests.Results;

public class JudgeTests
{
    private static readonly double[] Steady = [100, 101, 99, 100.5, 99.5, 100.2];

    [Theory]
    [InlineData(1.0, Verdict.Same, ExitCode.Ok)]
    [InlineData(1.2, Verdict.Regression, ExitCode.Regression)]
    [InlineData(0.8, Verdict.Improvement, ExitCode.Ok)]
    [InlineData(1.049, Verdict.Inconclusive, ExitCode.Inconclusive)]
    [InlineData(0.955, Verdict.Inconclusive, ExitCode.Ok)]
    public void AShiftGetsItsVerdictAndExitCode(double factor, Verdict verdict, int exit)
    {
        var judgement = Compare(Steady, [.. Steady.Select(v => v * factor)]);
        Assert.Equal(verdict, judgement.Rows[0].Verdict);
        Assert.Equal(exit, judgement.Exit(false, false));
    }

    [Theory]
    [InlineData(1.2, 1.2, 1.2, 0)]
    [InlineData(1.0, 1.2, 1.0, 1)]
    [InlineData(1.2, 1.5, 1.2, 1)]
    [InlineData(0.8, 1.2, 1.0, 1)]
    [InlineData(1.2, 1.0, 1.0, 1)]
    [InlineData(1.0, 1.2, 1.2, 2)]
    public void ASlowDownThatTheControlSharesIsNoRegression(double call, double getpid, double read, int regressions)
    {
        double[] Slower(double by) => [.. Steady.Select(v => v * by)];
        (string, double[])[] old = [("FunctionCall", Steady), ("Getpid", Steady), ("Read", Steady), ("Open", Steady)];
        (string, double[])[] current = [("FunctionCall", Slower(call)), ("Getpid", Slower(getpid)), ("Read", Slower(read)),
            ("Open", Slower(call))];
        var judgement = new RegressionJudge(0.05).Decide(Pairing.Of(Sample.Run(old), Sample.Run(current)));
        Assert.Equal(regressions, judgement.Suspicious.Count);
        Assert.Equal(current.Count(row => row.Item2[0] > Steady[0]) - regressions,
            judgement.Rows.Count(row => row.Notes.Any(note => note.Contains("slower too: the machine changed speed"))));
        Assert.Equal(["Bench.Workloads.Syscall.FunctionCall"], judgement.Controls(["Bench.Workloads.Syscall.Getpid"]));
    }

    [Fact]
    public void OneLaunchOnEachSideDecidesNothing()
    {
        var judgement = Compare([100], [300]);
        Assert.Equal(Verdict.Inconclusive, judgement.Rows[0].Verdict);
        Assert.Equal(double.PositiveInfinity, judgement.Rows[0].Upper);
        Assert.Equal(ExitCode.Inconclusive, judgement.Exit(false, false));
        Assert.Contains("base 1, head 1): measure at least 3 launches", Assert.Single(judgement.Notes));
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(6, 1)]
    [InlineData(2, 6)]
    [InlineData(6, 2)]
    [InlineData(2, 2)]
    public void FewerThanThreeLaunchesOfASideDecideNothing(int old, int current)
    {
        foreach (double factor in (double[])[0.5, 1, 1.5])
        {
            var judgement = Compare(Steady[..old], [.. Steady[..current].Select(v => v * factor)]);
            var row = judgement.Rows[0];
            Assert.Equal((Verdict.Inconclusive, false, ExitCode.Inconclusive),
                (row.Verdict, row.ExcludesRegression, judgement.Exit(false, false)));
            Assert.Equal((1.0, 1.0), (row.SlowerPValue, row.FasterPValue));
            // The ratio is there to see, the interval where both sides show a spread.
            Assert.Equal(factor, row.Ratio, 0.01 * factor);
            Assert.Equal(Math.Min(old, current) == 1, double.IsInfinity(row.Upper));
            Assert.Contains(
                $"the row has too few launches to know how far launches of the same code lie apart (base {old}, head {current}): measure "
                    + $"at least 3 launches", Assert.Single(judgement.Notes));
        }
    }

    [Fact]
    public void RowsWithTooFewLaunchesAreNamed()
    {
        var judgement = new RegressionJudge(0.05)
            .Decide(Pairing.Of(Sample.Run(("Getpid", Steady), ("Read", Steady)), Sample.Run(("Getpid", Steady), ("Read", [100]))));
        Assert.Equal([Verdict.Same, Verdict.Inconclusive], judgement.Rows.Select(r => r.Verdict));
        Assert.Contains("1 of 2 rows (Bench.Workloads.Syscall.Read)", Assert.Single(judgement.Notes));
    }

    [Fact]
    public void ACalibrationDoesNotTellTheSpreadOfASingleLaunch()
    {
        var noise = Calibration.Of([.. Steady.Select(v => Launch.Of([v]))]);
        var row = new RegressionJudge(0.05).Decide(Pairing.Of(
            new Run("b", "ns", [], [Sample.Row("Getpid", Steady) with { Noise = noise }], []), Sample.Run(("Getpid", [130])))).Rows[0];
        Assert.Equal((Verdict.Inconclusive, double.PositiveInfinity), (row.Verdict, row.Upper));
    }

    [Fact]
    public void FreshLaunchesDecideWhatASingleOneOnlySuspected()
    {
        var judge = new RegressionJudge(0.05);
        double[] slow = [.. Steady.Select(v => v * 1.3)];
        Run old = Sample.Run(("Row", Steady), ("Other", Steady)), single = Sample.Run(("Row", [130]), ("Other", [100]));
        var first = judge.Decide(Pairing.Of(old, single));
        Assert.Equal(["Bench.Workloads.Syscall.Row"], first.Suspicious);
        Assert.Equal(ExitCode.Inconclusive, first.Exit(false, false));
        Assert.Equal(Verdict.Regression, SecondLook.Confirm(judge, first, Sample.Run(("Row", slow))).Rows[0].Verdict);
        Assert.Equal(Verdict.Same, SecondLook.Confirm(judge, first, Sample.Run(("Row", Steady))).Rows[0].Verdict);
        // Fresh launches can't mend a baseline of one.
        Assert.Empty(judge.Decide(Pairing.Of(single, Sample.Run(("Row", slow), ("Other", Steady)))).Suspicious);
    }

    [Theory]
    [InlineData(new[] { 100, 130.2, 99.8, 100.1, 100.3 }, new[] { 130, 129.8, 100.2, 130.4, 130.1 })]
    [InlineData(new[] { 100, 99.9, 99.8, 100.1, 100.3 }, new[] { 130, 129.8, 100.2, 130.4, 130.1 })]
    [InlineData(new[] { 100, 99.9, 129.8, 130.1, 100.3, 99.7, 100.2, 99.8, 100.4, 130.3 }, new[] { 130, 129.8, 130.2 })]
    public void LaunchesInTheOtherRunsModeAreNoOutliers(double[] old, double[] current)
    {
        foreach (var (one, other) in ((double[], double[])[])[(old, current), (current, old)])
        {
            var row = Rows(one, other);
            Assert.Equal(Verdict.Inconclusive, row.Verdict);
            Assert.True(row.Upper / row.Lower > 1.3, $"{row.Lower}..{row.Upper}");
        }

        // As one of many rows, among which the others are steady.
        static RowJudgement Rows(double[] one, double[] other)
        {
            (string, double[])[] rest = [.. Enumerable.Range(0, 11).Select(i => ($"Row{i}", Steady))];
            return new RegressionJudge(0.05)
                .Decide(Pairing.Of(Sample.Run([("Row", one), .. rest]), Sample.Run([("Row", other), .. rest]))).Rows[0];
        }
    }

    [Fact]
    public void AnOutlyingLaunchElsewhereIsStillDropped() =>
        Assert.Equal(Verdict.Regression, Compare([100, 99.9, 99.8, 100.1, 150], [112, 112.2, 111.9, 112.1, 180]).Rows[0].Verdict);

    [Fact]
    public void AnImprovementThatTheControlsShareIsNone()
    {
        double[] Faster(double by) => [.. Steady.Select(v => v / by)];
        var judgement = new RegressionJudge(0.05).Decide(Pairing.Of(
            Sample.Run(("FunctionCall", Steady), ("Getpid", Steady), ("Read", Steady)),
            Sample.Run(("FunctionCall", Faster(1.3)), ("Getpid", Faster(1.3)), ("Read", Faster(2)))));
        Assert.Equal([Verdict.Inconclusive, Verdict.Improvement], judgement.Rows.Skip(1).Select(r => r.Verdict));
        Assert.Contains("1.30x faster too", Assert.Single(judgement.Rows[1].Notes));
        Assert.True(judgement.Rows[1].ExcludesRegression);
    }

    [Fact]
    public void ACalibratedFloorReplacesASmallerThreshold()
    {
        var head = Sample.Run(("Getpid", [.. Steady.Select(v => v * 1.1)]));
        var quiet = new Run("b", "ns", [], [Sample.Row("Getpid", Steady) with { Noise = new Noise(10, 0.005, 0.02) }], []);
        var noisy = new Run("b", "ns", [], [Sample.Row("Getpid", Steady) with { Noise = new Noise(10, 0.005, 0.15) }], []);
        Assert.Equal(Verdict.Regression, new RegressionJudge(0.05).Decide(Pairing.Of(quiet, head)).Rows[0].Verdict);
        var row = new RegressionJudge(0.05).Decide(Pairing.Of(noisy, head)).Rows[0];
        Assert.NotEqual(Verdict.Regression, row.Verdict);
        Assert.Equal(0.15, row.Threshold);
        var wild = new Run("b", "ns", [], [Sample.Row("Getpid", 60, 160) with { Noise = new Noise(3, 0.5, 11) }], []);
        row = new RegressionJudge(0.05).Decide(Pairing.Of(wild, head)).Rows[0];
        Assert.Equal((Verdict.Inconclusive, 0.5, false), (row.Verdict, row.Threshold, row.ExcludesRegression));
        Assert.Contains("1100 %", row.Notes[0]);
    }

    [Fact]
    public void PairsSeeThroughADriftThatBothSidesShare()
    {
        double[] drift = [1, 1.5, 2, 1.2, 1.7, 1.1, 1.9, 1.4];
        var old = Sample.Run(("Getpid", [.. drift.Select((d, i) => 100 * d * (1 + 0.001 * (i % 3)))]));
        var current = Sample.Run(("Getpid", [.. drift.Select((d, i) => 110 * d * (1 + 0.001 * (i % 2)))]));
        Assert.Equal(Verdict.Regression, new RegressionJudge(0.05, paired: true).Decide(Pairing.Of(old, current)).Rows[0].Verdict);
        Assert.Equal(Verdict.Inconclusive, new RegressionJudge(0.05).Decide(Pairing.Of(old, current)).Rows[0].Verdict);
    }

    [Fact]
    public void OneWildLaunchInTenDoesNotHideARegression()
    {
        double[] Side(double centre) => [.. Enumerable.Range(0, 10).Select(i => centre * (1 + 0.004 * (i % 5 - 2)))];
        double[] head = Side(112);
        head[3] *= 3;
        Assert.Equal(Verdict.Regression, Compare(Side(100), head).Rows[0].Verdict);
    }

    [Fact]
    public void AnEnvironmentThatMattersIsNotComparable()
    {
        EnvironmentFact Kernel(string value) => new("kernel", "Kernel", value, true);
        var old = Sample.Run(("Getpid", Steady)) with { Environment = [Kernel("6.18")] };
        var current = Sample.Run(("Getpid", Steady)) with { Environment = [Kernel("6.19"), new("load", "Load", "3", false)] };
        var judgement = new RegressionJudge(0.05).Decide(Pairing.Of(old, current));
        Assert.Equal(ExitCode.NotComparable, judgement.Exit(false, false));
        Assert.Equal(ExitCode.Ok, judgement.Exit(allowEnvironmentChange: true, false));
        var unrecorded = new RegressionJudge(0.05).Decide(Pairing.Of(Sample.Run(("Getpid", Steady)), current));
        Assert.Equal(ExitCode.Ok, unrecorded.Exit(false, false));
    }

    [Fact]
    public void AMissingBenchmarkFailsTheGateAndAnAddedOneDoesNot()
    {
        var one = Sample.Run(("Getpid", Steady));
        var two = Sample.Run(("Getpid", Steady), ("Read", Steady));
        Assert.Equal(ExitCode.NotComparable, new RegressionJudge(0.05).Decide(Pairing.Of(two, one)).Exit(false, false));
        Assert.Equal(ExitCode.Ok, new RegressionJudge(0.05).Decide(Pairing.Of(two, one)).Exit(false, allowMissing: true));
        Assert.Equal(ExitCode.Ok, new RegressionJudge(0.05).Decide(Pairing.Of(one, two)).Exit(false, false));
        var nothing = new RegressionJudge(0.05).Decide(Pairing.Of(one, Sample.Run(("Read", Steady))));
        Assert.NotEqual(ExitCode.Ok, nothing.Exit(true, true));
    }

    [Fact]
    public void RelativeRatiosSurviveAChangeOfMachineSpeed()
    {
        var old = Sample.Read(Sample.Whole(1));
        var slow = Sample.Read(Sample.Whole(2));
        slow = slow with
        {
            Rows = [.. slow.Rows.Select(r => r with { Launches = [.. r.Launches.Select(l => l.With(Launch.Wall, l.Median * 1.7))] })]
        };
        var times = new RegressionJudge(0.05).Decide(Pairing.Of(old, slow));
        Assert.All(times.Rows, r => Assert.Equal(Verdict.Inconclusive, r.Verdict));
        Assert.Contains("moved the same way", Assert.Single(times.Notes));
        var ratios = new RegressionJudge(0.05).Decide(Pairing.Of(Reference.Relative(old), Reference.Relative(slow)));
        Assert.All(ratios.Rows, r => Assert.True(r.Verdict is Verdict.Same or Verdict.Inconclusive));
        Assert.Contains(ratios.Rows, r => r.Row.Method == "Getpid");
        Assert.DoesNotContain(ratios.Rows, r => r.Row.Method == "FunctionCall");
    }

    [Fact]
    public void ASecondLookDecidesWhatTheFirstOnlySuspected()
    {
        var judge = new RegressionJudge(0.05);
        var first = Compare(Steady, [.. Steady.Select(v => v * 1.2)]);
        Assert.Equal(Verdict.Same, SecondLook.Confirm(judge, first, Sample.Run(("Row", Steady))).Rows[0].Verdict);
        Assert.Equal(Verdict.Regression,
            SecondLook.Confirm(judge, first, Sample.Run(("Row", [.. Steady.Select(v => v * 1.19)]))).Rows[0].Verdict);
    }

    [Fact]
    public void MoreLaunchesSettleWhatTheFirstLookLeftOpen()
    {
        double[] steady = [.. Enumerable.Repeat(100.0, 6)], wild = [90, 112, 95, 108, 93, 105],
            moved = [.. steady.Select((v, i) => v * (1.2 + 0.001 * i))];
        var judge = new RegressionJudge(0.03, paired: true);
        var first =
            judge.Decide(
                Pairing.Of(Sample.Run(("Open", steady), ("Slower", steady), ("Same", steady)),
                    Sample.Run(("Open", wild), ("Slower", moved), ("Same", steady))));
        Assert.Equal([Verdict.Inconclusive, Verdict.Regression, Verdict.Same], first.Rows.Select(r => r.Verdict));
        var again = new Turns(Sample.Run(("Open", [.. steady, .. steady]), ("Slower", [.. steady, .. steady])),
            Sample.Run(("Open", [.. steady, .. steady]), ("Slower", [.. steady, .. steady])));
        var last = new PairedTrial(again, judge, new View(Clock.Auto, IsRelative: false), _ => { }).LookAgain(first, 6,
            TestContext.Current.CancellationToken);
        Assert.Equal(12, again.Rounds);
        Assert.Equal(["Bench.Workloads.Syscall.Slower", "Bench.Workloads.Syscall.Open"], again.Filters);
        // What looked slower is judged by the fresh launches alone, what was open by all of them.
        Assert.Equal([18, 12, 6], last.Rows.Select(r => r.HeadLaunches));
        Assert.Equal([Verdict.Same, Verdict.Same, Verdict.Same], last.Rows.Select(r => r.Verdict));
        Assert.Contains("settled by more launches", Assert.Single(last.Rows[0].Notes));
        Assert.Contains("the first look said 1.2", Assert.Single(last.Rows[1].Notes));
    }

    private sealed class Turns(Run @base, Run head) : IPairedLaunches
    {
        public int Rounds { get; private set; }

        public IReadOnlyCollection<string> Filters { get; private set; } = [];

        public (Run Base, Run Head) Run(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation)
        {
            (Rounds, Filters) = (rounds, filters);
            return (@base, head);
        }
    }

    [Fact]
    public void TwoModesAreSaid()
    {
        var row = Sample.Row("Touch", 1) with
        {
            Launches = [Launch.Of([.. Enumerable.Range(0, 30).Select(i => (i % 3 == 0 ? 2900.0 : 1700.0) + i)])]
        };
        Assert.Contains("two modes", Modes.Describe(row));
        Assert.Null(Modes.Describe(row with { Launches = [Launch.Of([.. Enumerable.Range(0, 30).Select(i => 1700.0 + 5 * i)])] }));
        Assert.Null(Modes.Describe(row with { Marks = [new Mark("modes", "said already")] }));
    }

    [Theory]
    [InlineData(0.5, -1.9635100260214235, 4.934802200544679)]
    [InlineData(1, -0.5772156649015329, 1.6449340668482264)]
    [InlineData(7.5, 1.9467574842465405, 0.1426158966962737)]
    public void SpecialFunctionsAgreeWithTheirTables(double x, double digamma, double trigamma)
    {
        Assert.Equal(digamma, NoisePrior.Digamma(x), 9);
        Assert.Equal(trigamma, NoisePrior.Trigamma(x), 6);
        Assert.Equal(x, NoisePrior.InverseTrigamma(NoisePrior.Trigamma(x)), 6);
    }

    private static Judgement Compare(double[] old, double[] current) =>
        new RegressionJudge(0.05).Decide(Pairing.Of(Sample.Run(("Row", old)), Sample.Run(("Row", current))));
}
