namespace Bench.Machine.Readers;

/// <summary>/proc/meminfo (proc_meminfo(5)).</summary>
internal static class MemInfo
{
    private const string File = "/proc/meminfo";

    /// <summary>Memory of the machine.</summary>
    public static long? Total(SystemTree tree) => Bytes(tree, "MemTotal");

    /// <summary>Memory to be had without swapping. Kernels before 3.14 don't say; free memory is the cautious answer there.</summary>
    public static long? Available(SystemTree tree) => Bytes(tree, "MemAvailable") ?? Bytes(tree, "MemFree");

    /// <summary>Swap space: all, and what is free of it.</summary>
    public static (long? Total, long? Free) Swap(SystemTree tree) => (Bytes(tree, "SwapTotal"), Bytes(tree, "SwapFree"));

    /// <summary>Huge pages that were reserved and that nobody uses (hugetlbpage.rst), in bytes.</summary>
    public static long FreeHugePages(SystemTree tree) =>
        (KernelNumbers.Whole(tree.Field(File, "HugePages_Free")) ?? 0) * (Bytes(tree, "Hugepagesize") ?? 0);

    private static long? Bytes(SystemTree tree, string key)
    {
        string[] words = (tree.Field(File, key) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var number, "kB"] && KernelNumbers.Whole(number) is >= 0 and <= long.MaxValue / 1024 and var kib
            ? kib * 1024
            : null;
    }
}
