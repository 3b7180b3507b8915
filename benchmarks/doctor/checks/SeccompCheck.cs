using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether system calls are filtered.</summary>
internal sealed class SeccompCheck() : Check("seccomp", FindingKind.Noise, "seccomp",
    "a filter is a program that runs at every system call, and its cost is in every row")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => tree.Field("/proc/self/status", "Seccomp") switch
    {
        "0" => [Ok("no filter")],
        "1" or "2" =>
            [Noisy($"filtered ({tree.Field("/proc/self/status", "Seccomp_filters") ?? "?"} filters)",
                "docker run --security-opt seccomp=unconfined, or run outside the container")],
        _ => [Note("not visible here")],
    };
}
