namespace Bench.Machine.Readers;

/// <summary>The memory controller's limits, the tightest on the way to the root.</summary>
/// <param name="Limit">The smallest limit, in bytes; null where there is none.</param>
/// <param name="Room">The least that a group on the way still gives, in bytes; null where none limits.</param>
internal readonly record struct CgroupMemory(long? Limit, long? Room)
{
    // Version 1 writes "no limit" as the largest number of whole pages.
    private const long NoLimit = 1L << 60;

    /// <summary>Reads both versions (Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst).</summary>
    public static CgroupMemory Read(SystemTree tree)
    {
        long? limit = null, room = null;
        foreach (var group in Cgroups.Binding(tree, "memory"))
        {
            if (tree.Number($"{group.Path}/{(group.IsV2 ? "memory.max" : "memory.limit_in_bytes")}") is not (>= 0 and < NoLimit and var max)
                )
                continue;
            long used = Math.Max(0, tree.Number($"{group.Path}/{(group.IsV2 ? "memory.current" : "memory.usage_in_bytes")}") ?? 0);
            long left = Math.Max(0, max - Math.Max(0, used - Cache(tree, group)));
            limit = Math.Min(limit ?? max, max);
            room = Math.Min(room ?? left, left);
        }
        return new CgroupMemory(limit, room);
    }

    // Pages of files nobody uses are given up before anything is refused.
    private static long Cache(SystemTree tree, CgroupDirectory group)
    {
        string key = group.IsV2 ? "inactive_file " : "total_inactive_file ";
        string? line = tree.Lines($"{group.Path}/memory.stat").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        return Math.Max(0, KernelNumbers.Whole(line?[key.Length..]) ?? 0);
    }
}
