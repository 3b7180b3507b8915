using Bench.Machine;
using Bench.Measuring;
using Bench.Results.Data;

namespace Bench.Planning;

/// <summary>How much a run measures, and how long that takes.</summary>
/// <param name="Fact">What the environment says of it; it matters to no comparison, as the region that it may have chosen is a fact of its
/// own.</param>
internal sealed record Plan(EnvironmentFact Fact)
{
    private const string Key = "budget";

    /// <summary>Bytes of the region; null to leave it.</summary>
    public long? RegionBytes { get; init; }

    /// <summary>The share of their iterations that classes have.</summary>
    public Effort Effort { get; init; } = Effort.Full;

    /// <summary>Iterations of a launch, by class; classes that are not in it have their share.</summary>
    public IReadOnlyDictionary<string, int> Iterations { get; init; } = new Dictionary<string, int>();

    /// <summary>Seconds that all launches of a row take, by BenchmarkDotNet's full name of it; empty where nothing was forecast.</summary>
    public IReadOnlyDictionary<string, double> RowSeconds { get; init; } = new Dictionary<string, double>();

    /// <summary>What to say before the first row.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Every row as by itself.</summary>
    public static Plan Off { get; } = Of("none");

    /// <summary>A plan that the environment knows by <paramref name="words"/>.</summary>
    public static Plan Of(string words) => new(new EnvironmentFact(Key, "Budget", words, Matters: false));

    /// <summary>Iterations of a class.</summary>
    public Effort EffortOf(Type type) => Iterations.TryGetValue(type.Name, out int own) ? new Effort(Effort.Twelfths, own) : Effort;
}
