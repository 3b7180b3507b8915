using Bench.Interop.Memory;

namespace Bench.Machine.Readers;

/// <summary>How many huge pages the kernel has given to anybody since boot, of any size, by faults and by collapsing.</summary>
internal static class HugePagesGiven
{
    private static readonly string[] Counters = ["thp_fault_alloc ", "thp_collapse_alloc "];

    /// <summary>The count; null where the kernel doesn't say (/proc/vmstat; transhuge.rst, anon_fault_alloc).</summary>
    public static long? Read(SystemTree tree)
    {
        long?[] whole = [.. Counters.Select(key => Counter(tree, key))];
        var sizes = tree.Names(HugePageFiles.Folder).Where(name => name.StartsWith("hugepages-", StringComparison.Ordinal))
            .Select(name => tree.Number($"{HugePageFiles.Folder}/{name}/stats/anon_fault_alloc") ?? 0);
        return whole.Contains(null) ? null : whole.Sum() + sizes.Sum();
    }

    private static long? Counter(SystemTree tree, string key) =>
        tree.Lines("/proc/vmstat").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) is { } line
            ? KernelNumbers.Whole(line[key.Length..])
            : null;
}
