using Bench.Interop;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What is asked for.</summary>
internal sealed class MemoryFacts() : FactTable(FactGroup.Memory)
{
    private const string Nodes = "/sys/devices/system/node/online";
    private const string MemInfoFile = "/proc/meminfo";

    public override IEnumerable<Fact> Facts =>
    [
        // The tightest on the way to the root.
        Mentioned("cgroup_memory_limit", "Memory limit", tree =>
            CgroupMemory.Read(tree).Limit is { } bytes ? FactValue.OfBytes(bytes, " (control group)") : "none"),
        Mentioned("memory_available", "Memory available", tree => OfMemInfo(tree, MemInfo.Available(tree))),
        Mentioned("memory_total", "Memory", tree => OfMemInfo(tree, MemInfo.Total(tree))),
        Matters("mthp", "mTHP", Sizes),
        // A page may be near the processor or far from it.
        Matters("numa", "NUMA nodes", tree => tree.Line(Nodes) is not { } nodes
            ? tree.Absent(Nodes)
            : KernelNumbers.CountOfList(nodes) is { } count ? $"{count} ({nodes})" : SystemTree.Unknown),
        Matters("page_size", "Page size", _ => FactValue.OfBytes(Environment.SystemPageSize)),
        Mentioned("swap", "Swap", Swap),
        Matters("thp", "THP", tree => TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.Global)),
        Matters("thp_defrag", "THP defrag", tree => TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.Defrag)),
    ];

    private static FactValue OfMemInfo(SystemTree tree, long? bytes) =>
        bytes is { } known ? FactValue.OfBytes(known) : tree.Absent(MemInfoFile);

    // The setting of every size of folio, sizes of the same setting together.
    private static FactValue Sizes(SystemTree tree)
    {
        var sizes = TransparentHugePageFiles.Sizes(tree);
        if (sizes.Count == 0)
            return SystemTree.NotThere;
        var settings = sizes.GroupBy(kib => TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.OfSize(kib)));
        return string.Join("; ", settings.Select(group => $"{group.Key}: {string.Join(' ', group)} kB"));
    }

    private static FactValue Swap(SystemTree tree) => MemInfo.Swap(tree) switch
    {
        (0, _) => "off",
        ({ } total, { } free) => $"{ByteSize.Describe(total)}, {ByteSize.Describe(Math.Max(0, total - free))} used",
        _ => tree.Absent(MemInfoFile),
    };
}
