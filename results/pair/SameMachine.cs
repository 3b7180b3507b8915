
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>Whether runs are of one machine, whatever its settings were, and such runs as one.</summary>
public static class SameMachine
{
    // What a machine is; unlike settings, which advice is about changing.
    private static readonly string[] Fingerprint =
        ["cpu", "cpus", "microcode", "architecture", "page_size", "read_fault", "hypervisor", "guest_options", "kernel", "mitigations",
            "patched_kernel", "numa", "host.ProcessorName", "host.LogicalCoreCount"];

    /// <summary>
    /// The first fact of the machine in which two environments differ: what it is called, and both values; null where none does.
    /// </summary>
    public static (string Label, string First, string Other)? Difference(IReadOnlyList<EnvironmentFact> first,
        IReadOnlyList<EnvironmentFact> other)
    {
        foreach (string key in Fingerprint)
            if (first.FirstOrDefault(f => f.Key == key) is { } one && other.FirstOrDefault(f => f.Key == key) is { } two
                && one.Value != two.Value)
                return (one.Label, one.Value, two.Value);
        return null;
    }

    /// <summary>Whether both say anything about the machine that can be compared.</summary>
    public static bool CanTell(IReadOnlyList<EnvironmentFact> first, IReadOnlyList<EnvironmentFact> other) =>
        Fingerprint.Any(key => first.Any(f => f.Key == key) && other.Any(f => f.Key == key));

    /// <summary>The runs as one, with the launches of rows of the same name together.</summary>
    /// <exception cref="MixedMachinesException">They are of different machines, or count different things.</exception>
    public static Run Merge(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs.Skip(1))
        {
            if (run.Unit != runs[0].Unit)
                throw new MixedMachinesException(run.Source, $"counts {run.Unit}, but {runs[0].Source} counts {runs[0].Unit}");
            if (Difference(runs[0].Environment, run.Environment) is { } difference)
                throw new MixedMachinesException(run.Source,
                    $"is of another machine than {runs[0].Source}: {difference.Label} is {difference.Other}, not {difference.First}");
        }

        return runs.Count == 1 ? runs[0] : runs[0] with
        {
            Rows = [.. runs.SelectMany(r => r.Rows).GroupBy(r => r.FullName).Select(rows => rows.First() with
            {
                Launches = [.. rows.SelectMany(r => r.Launches)],
                Marks = [.. rows.SelectMany(r => r.Marks).DistinctBy(m => m.Id)],
            })],
            LeftOut = [.. runs.SelectMany(r => r.LeftOut).Distinct()],
        };
    }
}
