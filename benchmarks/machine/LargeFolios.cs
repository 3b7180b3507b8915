using Bench.Machine.Readers;

namespace Bench.Machine;

/// <summary>Whether faults can be served by folios of a size here; looks only, and changes nothing.</summary>
internal static class LargeFolios
{
    /// <summary>Why folios of <paramref name="pages"/> pages can't be had and how to get them, or null and how they are had.</summary>
    public static (string? WhyNot, string How) Judge(SystemTree tree, int pages)
    {
        if (tree.Field("/proc/self/status", "THP_enabled") == "0")
            return ("transparent huge pages are off for this process (PR_SET_THP_DISABLE)", "start it from a shell that has not turned them off");
        if (!tree.Exists(TransparentHugePageFiles.Directory))
            return ("the kernel is built without transparent huge pages", "run on a kernel with CONFIG_TRANSPARENT_HUGEPAGE");

        long kib = pages * (long)Environment.SystemPageSize / 1024;
        string file = TransparentHugePageFiles.OfSize(kib), every = $"{TransparentHugePageFiles.Directory}/hugepages-*kB/enabled";
        if (!tree.Exists(file))
        {
            // Before 6.8 there is one size, ruled by the global setting.
            bool only = TransparentHugePageFiles.Sizes(tree).Count == 0 && kib == tree.Number($"{TransparentHugePageFiles.Directory}/hpage_pmd_size") / 1024;
            if (!only)
                return ($"the kernel has no folios of {kib} kB for anonymous memory", "run on Linux 6.8 or later");
            file = every = TransparentHugePageFiles.Global;
        }
        string setting = TransparentHugePageFiles.InForce(tree, file);
        if (setting == "inherit")
            setting = TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.Global);
        if (setting is "always" or "madvise")
            return (null, $"{kib} kB is set to {setting}");
        return tree.CanWrite(file)
            ? (null, $"{kib} kB is set to {setting}; a run sets madvise and puts it back")
            : ($"{kib} kB is set to {setting}; needs write access to {file}", $"echo madvise | sudo tee {every}");
    }
}
