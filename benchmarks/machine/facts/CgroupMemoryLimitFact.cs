using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The control groups' limit on memory, the tightest on the way to the root.</summary>
internal sealed class CgroupMemoryLimitFact() : Fact("cgroup_memory_limit", "Memory limit", FactGroup.Memory, matters: false)
{
    public override string Read(SystemTree tree) =>
        CgroupMemory.Read(tree).Limit is { } bytes ? $"{ByteSize.Describe(bytes)} (control group)" : "none";
}
