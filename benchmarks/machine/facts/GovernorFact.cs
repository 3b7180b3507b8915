using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Who sets the processor's frequency; a virtual machine usually doesn't see it.</summary>
internal sealed class GovernorFact() : Fact("governor", "Frequency governor", FactGroup.Processor, matters: true)
{
    public override string Read(SystemTree tree) =>
        CpuFrequency.Governors(tree) is { Count: > 0 } governors ? string.Join(", ", governors) : SystemTree.NotThere;
}
