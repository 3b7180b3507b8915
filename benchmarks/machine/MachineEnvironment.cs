using Bench.Machine.Readers;
using Bench.Results.Data;

namespace Bench.Machine;

/// <summary>What the machine is like: the facts that go into every report, and by which two runs are found comparable or not.</summary>
public static class MachineEnvironment
{
    private const int LongestValue = 1000;

    /// <summary>Every fact, in an order that is the same on every machine. Never throws.</summary>
    /// <param name="root">The directory in which /proc and /sys lie; facts of the process itself are always of this one.</param>
    public static IReadOnlyList<EnvironmentFact> Read(string root = "/")
    {
        var tree = new SystemTree(root);
        return [.. FactTable.All.Select(fact => Read(fact, tree))];
    }

    private static EnvironmentFact Read(Fact fact, SystemTree tree)
    {
        var (text, bytes) = Value(fact, tree);
        return new EnvironmentFact(fact.Key, fact.Label, text.Length <= LongestValue ? text : text[..LongestValue], fact.Matters)
        {
            Bytes = bytes
        };
    }

    private static FactValue Value(Fact fact, SystemTree tree)
    {
        try
        {
            return fact.Read(tree);
        }
        catch (Exception e)
        {
            // No fact is worth a run: measurements without it are better than none.
            return $"{SystemTree.Unknown} ({e.GetType().Name})";
        }
    }
}
