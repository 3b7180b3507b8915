using Bench.Machine.Readers;
using Bench.Machine.Readers.Hypervisor;

namespace Bench.Machine.Facts;

/// <summary>What this machine runs on, by every sign that this user may see; so it can't tell machines apart.</summary>
internal sealed class HypervisorNameFact() : Fact("hypervisor_name", "Hypervisor", FactGroup.Kernel, matters: false)
{
    public override string Read(SystemTree tree) => Hypervisors.Describe(tree) ?? "none seen";
}
