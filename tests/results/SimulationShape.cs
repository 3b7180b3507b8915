using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Tests.Results;

/// <summary>
/// Runs of known truth: how launches of one code differ from each other. Twelve rows and, where the machine's speed changes, a function
/// call as control row.
/// </summary>
internal sealed record SimulationShape(string Name)
{
    private const int Rows = 12;
    private const int Iterations = 10;
    private const double IterationNoise = 0.03;
    private const double Correlation = 0.5;
    // Rows that are slowed where anything is.
    private static readonly int[] Planted = [2, 5, 8];

    /// <summary>Standard deviation of a launch's logarithm, in the old run and in the new one.</summary>
    public (double Base, double Head) Spread { get; init; } = (0.02, 0.02);

    /// <summary>Standard deviation among rows of the logarithm of that spread.</summary>
    public double Unlike { get; init; }

    /// <summary>One draw of unit scale.</summary>
    public Func<Random, double> Tail { get; init; } = Sample.Normal;

    /// <summary>What a launch may be multiplied by, and the chance of each; both runs draw alike.</summary>
    public (double Factor, double Chance)[] Modes { get; init; } = [(1, 1)];

    /// <summary>Whether every third row only has the modes.</summary>
    public bool ModesOfSome { get; init; }

    /// <summary>Chance that a launch takes 30 to 100 % longer than it should.</summary>
    public double Wild { get; init; }

    /// <summary>How far the machine's speed moves between the first launch and the last of a run, in logarithms.</summary>
    public double Drift { get; init; }

    /// <summary>How far the machine's speed jumps, in logarithms: at a launch drawn for each run, and between the runs.</summary>
    public (double Within, double Between) Step { get; init; }

    /// <summary>Which times the launches have.</summary>
    public Metric Clock { get; init; } = Results.Clock.Wall;

    /// <summary>Whether launches are pairs, which then share the machine's speed.</summary>
    public bool InTurns { get; init; }

    /// <summary>How often unchanged rows are called changed and slowed ones found.</summary>
    public (int False, int Unchanged, int Found, int Slowed) Count(int seed, int launches, int headLaunches, double slowdown, int trials)
    {
        var random = new Random(seed);
        (int False, int Unchanged, int Found, int Slowed) sum = default;
        for (int trial = 0; trial < trials; trial++)
        {
            var rows = Judge(random, launches, headLaunches, slowdown).Rows;
            for (int i = 0; i < rows.Count; i++)
                if (slowdown != 1 && Planted.Contains(i))
                    sum = sum with { Slowed = sum.Slowed + 1, Found = sum.Found + (rows[i].Verdict == Verdict.Regression ? 1 : 0) };
                else
                    sum = sum with
                    {
                        Unchanged = sum.Unchanged + 1,
                        False = sum.False + (rows[i].Verdict is Verdict.Regression or Verdict.Improvement ? 1 : 0)
                    };
        }

        return sum;
    }

    private Judgement Judge(Random random, int launches, int headLaunches, double slowdown)
    {
        double[] spreads = [.. Enumerable.Range(0, Rows).Select(_ => Math.Exp(Unlike * Sample.Normal(random)))];
        double[] oldSpeed = Machine(random, launches, 0);
        double[] newSpeed = InTurns ? oldSpeed : Machine(random, headLaunches, Step.Between * (random.Next(2) == 0 ? 1 : -1));
        var old = Run(random, Spread.Base, spreads, oldSpeed, 1);
        var current = Run(random, Spread.Head, spreads, newSpeed, slowdown);
        return new RegressionJudge(InTurns ? RegressionJudge.DefaultPairedThreshold : RegressionJudge.DefaultThreshold, InTurns)
            .Decide(Pairing.Of(old, current));
    }

    // How much slower the machine is at each launch.
    private double[] Machine(Random random, int launches, double start)
    {
        double[] speed = new double[launches];
        var (step, up) = (random.Next(launches), random.Next(2) == 0 ? 1 : -1);
        for (int i = 0; i < launches; i++)
            speed[i] = start + Drift * i / Math.Max(1, launches - 1) + (i >= step ? up * Step.Within : 0);
        return speed;
    }

    private Run Run(Random random, double spread, double[] spreads, double[] machine, double slowdown)
    {
        List<BenchmarkRow> rows = [];
        for (int row = 0; row < Rows; row++)
        {
            double factor = 100 * (Planted.Contains(row) ? slowdown : 1);
            rows.Add(
                Of($"Row{row}",
                    [.. machine.Select(
                        speed =>
                            One(random, factor * Math.Exp(speed + spread * spreads[row] * Tail(random)) * Mode(random, row), speed))]));
        }

        if (Drift != 0 || Step != default)
            rows.Add(
                Of(BenchmarkRow.FunctionCall,
                    [.. machine.Select(speed => One(random, 1.4 * Math.Exp(speed + 0.01 * Sample.Normal(random)), speed))]));
        return Derivation.Keep(Sample.Run() with { Rows = rows });
    }

    private double Mode(Random random, int row)
    {
        double wild = random.NextDouble() < Wild ? 1.3 + 0.7 * random.NextDouble() : 1;
        if (ModesOfSome && row % 3 != 0)
            return wild;
        double at = random.NextDouble();
        foreach (var (factor, chance) in Modes)
            if ((at -= chance) < 0)
                return wild * factor;
        return wild * Modes[^1].Factor;
    }

    private static BenchmarkRow Of(string name, Launch[] launches) => Sample.Row(name, 1) with { Launches = launches };

    // Iterations whose noise remembers half of the one before.
    private Launch One(Random random, double time, double machine)
    {
        double[] values = new double[Iterations];
        double noise = IterationNoise * Sample.Normal(random);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = time * Math.Exp(noise);
            noise = Correlation * noise + IterationNoise * Math.Sqrt(1 - Correlation * Correlation) * Sample.Normal(random);
        }

        double call = 1.4 * Math.Exp(machine + 0.005 * Sample.Normal(random));
        var launch = Launch.Of(values, Clock == Results.Clock.Wall ? null : values,
            Clock == Results.Clock.Calls ? [.. values.Select(v => v / call)] : null);
        return Clock == Results.Clock.Quiet ? launch.With("quiet", values.Min()).With("quickest call", call) : launch;
    }
}
