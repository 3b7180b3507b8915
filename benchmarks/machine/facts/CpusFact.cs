using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Logical processors that are on.</summary>
internal sealed class CpusFact() : Fact("cpus", "Logical CPUs", FactGroup.Processor, matters: true)
{
    private const string Online = "/sys/devices/system/cpu/online";

    // Environment.ProcessorCount is what this process may use, which affinity and quota cut.
    public override string Read(SystemTree tree) => tree.Line(Online) is not { } list
        ? tree.IsLive ? $"{Environment.ProcessorCount} to this process" : tree.Absent(Online)
        : Numbers.CountOfList(list) is { } count ? $"{count} ({list})" : SystemTree.Unknown;
}
