using Bench.Measuring;
using CsCheck;

namespace Bench.Tests.Measuring;

public class PilotTests
{
    [Fact]
    public void AnIterationTakesWhatWasAsked() => Gen.Select(Gen.Double[1, 1e8], Gen.Double[1e6, 1e9]).Sample((operation, iteration) =>
    {
        double clock = 0;
        long repetitions = new Pilot(() => clock, iteration).Repetitions(count => clock += count * operation);
        return repetitions == Math.Max(1, Math.Round(iteration / operation));
    });

    [Fact]
    public void AFirstCallThatCompilesDoesNotCount()
    {
        double clock = 0;
        bool compiled = false;
        long repetitions = new Pilot(() => clock, 1e8).Repetitions(count =>
        {
            clock += count * 100 + (compiled ? 0 : 9e7);
            compiled = true;
        });
        Assert.Equal(1_000_000, repetitions);
    }

    [Fact]
    public void CodeThatGetsFasterMeanwhileStillFillsTheIteration()
    {
        // What tiered compilation does: thirty calls at first, then ten times faster.
        double clock = 0;
        long calls = 0;
        long repetitions = new Pilot(() => clock, 1e8).Repetitions(count =>
        {
            for (long i = 0; i < count; i++)
                clock += calls++ < 30 ? 1000 : 100;
        });
        Assert.InRange(repetitions, 990_000, 1_010_000);
    }

    [Fact]
    public void AWorkloadThatOnlySleepsEnds() =>
        Assert.InRange(new Pilot(() => 0, 1e6).Repetitions(count => Thread.Sleep((int)count)), 1, 20);
}
