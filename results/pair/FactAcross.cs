
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>One fact about every run's environment.</summary>
/// <param name="Label">What to call it.</param>
/// <param name="Values">One a run; null where the run doesn't say.</param>
/// <param name="Matters">Whether times of runs that differ here mean different things.</param>
public sealed record FactAcross(string Label, IReadOnlyList<string?> Values, bool Matters)
{
    /// <summary>Whether not all runs say the same.</summary>
    public bool Differs => Values.Distinct().Count() > 1;

    /// <summary>Every fact that any run states, in order of appearance.</summary>
    public static IEnumerable<FactAcross> Of(IReadOnlyList<Run> runs)
    {
        var facts = runs.Select(r => r.Environment.ToDictionary(f => f.Key)).ToArray();
        return runs.SelectMany(r => r.Environment).DistinctBy(f => f.Key).Select(fact => new FactAcross(
            fact.Label, [.. facts.Select(f => f.GetValueOrDefault(fact.Key)?.Value)],
            facts.Any(f => f.GetValueOrDefault(fact.Key)?.Matters == true)));
    }
}
