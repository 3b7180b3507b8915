using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What this machine runs on.</summary>
internal sealed class HypervisorFact() : Fact("hypervisor", "Hypervisor", FactGroup.Kernel, matters: true)
{
    public override string Read(SystemTree tree) => Virtualization.Describe(tree) ?? "none seen";
}
