using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Memory nodes: a page may be near the processor or far from it.</summary>
internal sealed class NumaFact() : Fact("numa", "NUMA nodes", FactGroup.Memory, matters: true)
{
    private const string Online = "/sys/devices/system/node/online";

    public override string Read(SystemTree tree) => tree.Line(Online) is not { } nodes
        ? tree.Absent(Online)
        : Numbers.CountOfList(nodes) is { } count ? $"{count} ({nodes})" : SystemTree.Unknown;
}
