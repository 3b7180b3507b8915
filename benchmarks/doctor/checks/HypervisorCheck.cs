using Bench.Machine.Readers;
using Bench.Machine.Readers.Hypervisor;

namespace Bench.Doctor.Checks;

/// <summary>Whether the machine is somebody else's process.</summary>
internal sealed class HypervisorCheck() : Check("hypervisor", FindingKind.Noise, "Hypervisor",
    "the host may stop this machine at any time, and back its memory only when it is first touched")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => Hypervisors.Describe(tree) is { } seen
        ? [Noisy(seen, "use bare metal for absolute numbers; here trust ratios taken in one run")]
        : [Ok("none seen")];
}
