
using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Pair;

/// <summary>Two runs laid side by side: which rows can be judged, which can't, and how the surroundings differ.</summary>
public sealed record Pairing
{
    /// <summary>The old run.</summary>
    public required Run Base { get; init; }

    /// <summary>The new run.</summary>
    public required Run Head { get; init; }

    /// <summary>Rows of both runs, in the new run's order.</summary>
    public required IReadOnlyList<RowPair> Pairs { get; init; }

    /// <summary>The metric asked for; null: each pair is judged by the one that tells.</summary>
    public required Metric? Metric { get; init; }

    /// <summary>Rows of the new run only.</summary>
    public required IReadOnlyList<BenchmarkRow> Added { get; init; }

    /// <summary>Rows of the old run only.</summary>
    public required IReadOnlyList<BenchmarkRow> Missing { get; init; }

    /// <summary>How the environments differ.</summary>
    public required IReadOnlyList<EnvironmentDifference> Differences { get; init; }

    /// <summary>Whether the environments differ in something that matters.</summary>
    public bool EnvironmentsDiffer => Differences.Any(d => d.Matters);

    /// <summary>Pairs two runs by the rows' full names.</summary>
    public static Pairing Of(Run @base, Run head, Metric? metric = null)
    {
        var old = @base.Rows.ToDictionary(r => r.FullName);
        var current = head.Rows.Select(r => r.FullName).ToHashSet();
        return new Pairing
        {
            Base = @base,
            Head = head,
            Metric = metric,
            Pairs = [.. head.Rows.Where(r => old.ContainsKey(r.FullName)).Select(r => new RowPair(old[r.FullName], r))],
            Added = [.. head.Rows.Where(r => !old.ContainsKey(r.FullName))],
            Missing = [.. @base.Rows.Where(r => !current.Contains(r.FullName))],
            Differences = [.. Compare(@base, head)],
        };
    }

    private static IEnumerable<EnvironmentDifference> Compare(Run @base, Run head)
    {
        // Nanoseconds against instructions is no slow-down, whatever the numbers say.
        if (@base.Unit != head.Unit)
            yield return new EnvironmentDifference("Unit", @base.Unit, head.Unit, Matters: true);

        var old = @base.Environment.ToDictionary(f => f.Key);
        foreach (var fact in head.Environment)
            if (!old.Remove(fact.Key, out var was))
                yield return new EnvironmentDifference(fact.Label, null, fact.Value, Matters: false);
            else if (was.Value != fact.Value)
                yield return new EnvironmentDifference(fact.Label, was.Value, fact.Value, was.Matters || fact.Matters);
        foreach (var fact in @base.Environment)
            if (old.ContainsKey(fact.Key))
                yield return new EnvironmentDifference(fact.Label, fact.Value, null, Matters: false);
    }
}
