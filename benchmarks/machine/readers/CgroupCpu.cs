namespace Bench.Machine.Readers;

/// <summary>The CPU controller's quota.</summary>
internal static class CgroupCpu
{
    /// <summary>Processors' worth of time this process may use, the least on the way to the root; null where nothing limits it.</summary>
    public static double? Quota(SystemTree tree)
    {
        double? least = null;
        foreach (var group in Cgroups.Binding(tree, "cpu"))
        {
            var (quota, period) = group.IsV2 ? V2(tree, group.Path) : V1(tree, group.Path);
            if (quota > 0 && period > 0)
                least = Math.Min(least ?? double.MaxValue, (double)quota / (double)period);
        }
        return least;
    }

    // "max 100000" or "150000 100000", in microseconds.
    private static (long? Quota, long? Period) V2(SystemTree tree, string path) =>
        (tree.Line($"{path}/cpu.max") ?? "").Split(' ') is [var quota, var period]
            ? (KernelNumbers.Whole(quota), KernelNumbers.Whole(period))
            : default;

    private static (long? Quota, long? Period) V1(SystemTree tree, string path) =>
        (tree.Number($"{path}/cpu.cfs_quota_us"), tree.Number($"{path}/cpu.cfs_period_us"));
}
