using Bench.Results.Pair;

namespace Bench.Tests.Results;

/// <summary>How launches of shared machines were seen to differ, each by itself.</summary>
internal static class SimulationShapes
{
    public static readonly IReadOnlyList<SimulationShape> All =
    [
        new("spread of 1 %") { Spread = (0.01, 0.01) },
        new("spread of 2 %"),
        new("spread of 3 %") { Spread = (0.03, 0.03) },
        new("spread of 5 %") { Spread = (0.05, 0.05) },
        new("head restless") { Spread = (0.01, 0.05) },
        new("base restless") { Spread = (0.05, 0.01) },
        new("rows unlike") { Unlike = 0.7 },
        new("two modes, 20 %") { Modes = Two(0.2) },
        new("two modes, 35 %") { Modes = Two(0.35) },
        new("two modes, 50 %") { Modes = Two(0.5) },
        new("two modes, 65 %") { Modes = Two(0.65) },
        new("two modes, 80 %") { Modes = Two(0.8) },
        new("two modes, 35 %, spread of 3 %") { Modes = Two(0.35), Spread = (0.03, 0.03) },
        new("two modes of some rows") { Modes = Two(0.5), ModesOfSome = true },
        new("three modes") { Modes = [(1, 0.34), (1.15, 0.33), (1.3, 0.33)] },
        new("near modes") { Modes = [(1, 0.5), (1.1, 0.5)], Spread = (0.01, 0.01) },
        new("outlying launches") { Wild = 0.1 },
        new("many outlying launches") { Wild = 0.2 },
        new("Student's tails") { Tail = random => Student(random, 3) },
        new("heavier tails") { Tail = random => Student(random, 2) },
        new("lognormal") { Tail = random => Math.Exp(Sample.Normal(random)) },
        new("drift") { Drift = 0.05 },
        new("step within, wall") { Step = (0.2, 0) },
        new("step between, wall") { Step = (0, 0.2) },
        new("small step between, wall") { Step = (0, 0.04) },
        new("step between, CPU") { Step = (0, 0.2), Clock = Clock.Cpu },
        new("step within, calls") { Step = (0.2, 0), Clock = Clock.Calls },
        new("step between, calls") { Step = (0, 0.2), Clock = Clock.Calls },
        new("step within, quiet") { Step = (0.2, 0), Clock = Clock.Quiet },
        new("step between, quiet") { Step = (0, 0.2), Clock = Clock.Quiet },
        new("calls") { Clock = Clock.Calls },
        new("quiet") { Clock = Clock.Quiet },
        new("turns") { InTurns = true },
        new("turns, drift") { InTurns = true, Drift = 0.2 },
        new("turns, outlying launches") { InTurns = true, Wild = 0.1 },
        new("turns, two modes") { InTurns = true, Modes = Two(0.5) },
        new("turns, tails") { InTurns = true, Tail = random => Student(random, 3) },
    ];

    public static SimulationShape Named(string name) => All.Single(shape => shape.Name == name);

    private static (double Factor, double Chance)[] Two(double upper) => [(1, 1 - upper), (1.3, upper)];

    private static double Student(Random random, int freedom) =>
        Sample.Normal(random) / Math.Sqrt(Enumerable.Range(0, freedom).Sum(_ => Math.Pow(Sample.Normal(random), 2)) / freedom);
}
