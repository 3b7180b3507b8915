using System.Globalization;
using Bench.Interop.Files;
using Bench.Interop.Memory;

namespace Bench.Machine.Readers;

/// <summary>
/// What is set in /sys/kernel/mm/transparent_hugepage (Documentation/admin-guide/mm/transhuge.rst); nothing is changed here.
/// </summary>
internal static class TransparentHugePageFiles
{
    /// <summary>Where the settings are.</summary>
    public const string Directory = HugePageFiles.Folder;

    /// <summary>The setting for everything that doesn't have one of its own.</summary>
    public const string Global = Directory + "/enabled";

    /// <summary>Whether a fault may wait for memory to be compacted.</summary>
    public const string Defrag = Directory + "/defrag";

    /// <summary>The setting of one size of folio.</summary>
    public static string OfSize(long kib) => string.Create(CultureInfo.InvariantCulture, $"{Directory}/hugepages-{kib}kB/enabled");

    /// <summary>Sizes of anonymous folios this kernel has, in KiB, ascending; none before Linux 6.8.</summary>
    public static IReadOnlyList<long> Sizes(SystemTree tree)
    {
        const string Before = "hugepages-", After = "kB";
        return
        [
            .. tree.Names(Directory)
                .Where(name => name.StartsWith(Before, StringComparison.Ordinal) && name.EndsWith(After, StringComparison.Ordinal))
                .Select(name => KernelNumbers.Whole(name[Before.Length..^After.Length]))
                .OfType<long>()
                .Where(kib => kib > 0 && tree.Exists(OfSize(kib)))
                .Distinct().Order(),
        ];
    }

    /// <summary>The choice in force in a file, or why there is none.</summary>
    public static string InForce(SystemTree tree, string file) => Choice.InForce(tree.Line(file)) ?? tree.Absent(file);
}
