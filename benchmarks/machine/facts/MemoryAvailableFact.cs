using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Memory to be had without swapping.</summary>
internal sealed class MemoryAvailableFact() : Fact("memory_available", "Memory available", FactGroup.Memory, matters: false)
{
    public override string Read(SystemTree tree) => MemInfo.Available(tree) is { } bytes ? ByteSize.Describe(bytes) : tree.Absent("/proc/meminfo");
}
