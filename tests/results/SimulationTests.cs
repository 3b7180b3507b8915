using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Tests.Results;

/// <summary>
/// How often the judgement is wrong on noise made like a shared machine's: launches scatter with heavy tails, rows differ
/// in noise, and a drift moves all launches of a minute together. Seeded, so a failure is a change and no bad luck.
/// </summary>
public class SimulationTests
{
    private const int Rows = 40;
    private const int Trials = 300;

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void IndependentLaunchesRaiseFewFalseAlarms(int launches)
    {
        var random = new Random(7);
        int alarms = Enumerable.Range(0, Trials).Count(_ => Alarm(random, launches, drift: 0, paired: false));
        Assert.True(alarms <= 0.02 * Trials, $"{alarms} of {Trials}");
    }

    [Fact]
    public void TurnsRaiseFewFalseAlarmsUnderDrift()
    {
        var random = new Random(8);
        int alarms = Enumerable.Range(0, Trials).Count(_ => Alarm(random, 10, drift: 0.03, paired: true));
        Assert.True(alarms <= 0.02 * Trials, $"{alarms} of {Trials}");
    }

    [Fact]
    public void TheSameDriftFoolsAComparisonWithoutTurns()
    {
        // What ab is for. If this stopped failing, the simulated drift would test nothing.
        var random = new Random(8);
        int alarms = Enumerable.Range(0, 50).Count(_ => Alarm(random, 10, drift: 0.03, paired: false));
        Assert.True(alarms > 5, $"{alarms} of 50");
    }

    [Fact]
    public void TurnsFindATenPercentSlowdown()
    {
        var random = new Random(9);
        int found = Enumerable.Range(0, 100)
            .Count(_ => Judge(random, 10, 0.02, paired: true, slowdown: 1.10).Rows[0].Verdict == Verdict.Regression);
        Assert.True(found >= 95, $"{found} of 100");
    }

    private static bool Alarm(Random random, int launches, double drift, bool paired) =>
        Judge(random, launches, drift, paired, slowdown: 1).Rows.Any(r => r.Verdict == Verdict.Regression);

    private static Judgement Judge(Random random, int launches, double drift, bool paired, double slowdown)
    {
        // A slow walk over the launches in the order they run: all of base, then all of head, or in turns.
        double[] mood = new double[2 * launches];
        for (int i = 1; i < mood.Length; i++)
            mood[i] = 0.95 * mood[i - 1] + drift * Sample.Normal(random);
        List<(string, double[])> old = [], current = [];
        for (int row = 0; row < Rows; row++)
        {
            double noise = 0.01 * Math.Exp(0.5 * Sample.Normal(random));
            double Launch(int at) => 100 * Math.Exp(mood[at] + noise * Heavy(random));
            old.Add(($"Row{row}", [.. Enumerable.Range(0, launches).Select(i => Launch(paired ? 2 * i + i % 2 : i))]));
            current.Add(
                ($"Row{row}",
                    [.. Enumerable.Range(0, launches)
                        .Select(i => (row == 0 ? slowdown : 1) * Launch(paired ? 2 * i + 1 - i % 2 : launches + i))]));
        }

        return new RegressionJudge(0.05, paired).Decide(Pairing.Of(Sample.Run([.. old]), Sample.Run([.. current])));
    }

    // Student's t with 4 degrees of freedom: a launch five deviations out is rare, not impossible.
    private static double Heavy(Random random)
    {
        double squares = Enumerable.Range(0, 4).Sum(_ => Math.Pow(Sample.Normal(random), 2));
        return Sample.Normal(random) / Math.Sqrt(squares / 4);
    }
}
