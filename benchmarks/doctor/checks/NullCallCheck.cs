using Bench.Machine.Readers;
using Bench.Workloads.Requirements;

namespace Bench.Doctor.Checks;

/// <summary>The null call of a kernel without patches.</summary>
internal sealed class NullCallCheck() : Check("syscall_unassigned", FindingKind.Measures, "Null call",
    "a number that the kernel refuses at once is the least a system call can do on a stock kernel")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        return [new UnassignedNumber().WhyNot() is { } whyNot
            ? Missing(whyNot, "docker run --security-opt seccomp=unconfined, or run outside the container")
            : Ok("an unassigned number")];
    }
}
