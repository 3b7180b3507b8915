using Bench.Machine.Readers;
using Bench.Workloads;

namespace Bench.Machine;

/// <summary>What the machine is like: the facts that go into every report, and by which two runs are found comparable or not.</summary>
public static class MachineEnvironment
{
    private const int LongestValue = 1000;

    /// <summary>Every fact, in an order that is the same on every machine. Never throws.</summary>
    /// <param name="root">The directory in which /proc and /sys lie; facts of the process itself are always of this one.</param>
    public static IReadOnlyList<MachineFact> Read(string root = "/")
    {
        var tree = new SystemTree(root);
        return [.. Catalogue.Of<Fact>().Select(reader => new MachineFact(reader.Key, reader.Label, Read(reader, tree), reader.Matters))];
    }

    private static string Read(Fact reader, SystemTree tree)
    {
        try
        {
            string value = reader.Read(tree);
            return value.Length <= LongestValue ? value : value[..LongestValue];
        }
        catch (Exception e)
        {
            // No fact is worth a run: measurements without it are better than none.
            return $"{SystemTree.Unknown} ({e.GetType().Name})";
        }
    }
}
