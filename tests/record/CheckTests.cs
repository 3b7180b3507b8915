using Bench.Record;
using Bench.Results.Data;
using CsCheck;

namespace Bench.Tests.Record;

public class CheckTests
{
    [Fact]
    public void FaultsWithinTwoPercentOfThePromisePassAndNoOthers() =>
        Gen.Select(Gen.Int[0, 9], Gen.Double[0.9, 1.1]).Sample((exponent, factor) =>
        {
            double promised = 1.0 / (1 << exponent);
            const long operations = 1 << 24;
            long faults = (long)Math.Round(operations * promised * factor);
            if (Math.Abs(Math.Abs(factor - 1) - 0.02) < 1e-3)
                return;
            var mark = new FaultCountCheck().Check(Counts(new IterationCounts(operations, 1, 1, faults, 0, 0), promised, 0.02 * promised));
            Assert.Equal(Math.Abs(factor - 1) > 0.02, mark is not null);
        }, iter: 1000);

    [Fact]
    public void TheMarkNamesMeasuredAndPromised()
    {
        var mark = new FaultCountCheck().Check(Counts(new IterationCounts(1000, 1, 1, 71, 0, 0), 0.0625, 0.00125));
        Assert.Equal("faults per page: 0.0710 measured, 0.0625 promised", mark!.Text);
    }

    [Fact]
    public void AThreadOffTheProcessorIsDisturbed()
    {
        Assert.Null(new DisturbanceCheck().Check(Counts(new IterationCounts(1, 100, 99, 0, 0, 1), null, 0)));
        Assert.Equal("disturbed", new DisturbanceCheck().Check(Counts(new IterationCounts(1, 100, 90, 0, 0, 7), null, 0))!.Id);
    }

    [Fact]
    public void AThreadThatWaitsByDesignIsNotDisturbed()
    {
        var counts = Counts(new IterationCounts(1, 100, 10, 0, 0, 7), null, 0);
        Assert.Null(new DisturbanceCheck().Check(new CaseCounts([counts.Launches[0] with { Waits = true }])));
    }

    [Fact]
    public void MajorFaultsAreSwapping() =>
        Assert.Equal("swap", new MajorFaultCheck().Check(Counts(new IterationCounts(1, 1, 1, 0, 3, 0), null, 0))!.Id);

    [Fact]
    public void AStepThatBreaksItsPromiseIsNamedWithItsRounds()
    {
        var launch = Counts(new IterationCounts(1, 1, 1, 0, 0, 0), null, 0).Launches[0];
        Assert.Null(new StepPromiseCheck().Check(new CaseCounts([launch, launch with { Beside = Beside([5, 6], [null, 1]) }])));
        var mark = new StepPromiseCheck().Check(
            new CaseCounts([launch with { Beside = Beside([5, null], [null, 1]) }, launch with { Beside = Beside([null, 5], [1, 1]) }]));
        Assert.Equal("steps took other faults than promised: FirstUse in 2 of 4 rounds", mark!.Text);
    }

    private static Dictionary<string, IReadOnlyList<double?>> Beside(double?[] step, double?[] other) =>
        new() { [StepTimes.Reading("FirstUse")] = step, ["Other"] = other };

    private static CaseCounts Counts(IterationCounts iteration, double? promised, double tolerance) =>
        new([new LaunchCounts("x", "test", promised, tolerance, 0, 1, 1, [iteration])]);
}
