using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Memory of the machine.</summary>
internal sealed class MemoryTotalFact() : Fact("memory_total", "Memory", FactGroup.Memory, matters: false)
{
    public override string Read(SystemTree tree) => MemInfo.Total(tree) is { } bytes ? ByteSize.Describe(bytes) : tree.Absent("/proc/meminfo");
}
