using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>
/// The hypervisor by the signs that everybody may read at any time, which is what tells machines apart: in the words of the first release, so that
/// its baselines stay comparable. What is known besides is in <see cref="HypervisorNameFact"/>.
/// </summary>
internal sealed class HypervisorFact() : Fact("hypervisor", "Hypervisor by CPUID", FactGroup.Kernel, matters: true)
{
    public override string Read(SystemTree tree) => Virtualization.Describe(tree) ?? "none seen";
}
