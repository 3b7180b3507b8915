using Bench.Interop.Uring;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether operations can be batched by io_uring.</summary>
internal sealed class UringCheck() : Check("batching_io_uring", FindingKind.Measures, "io_uring",
    "one call that does n operations is what batching buys beyond writev")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        using var ring = Ring.TryCreate(1, out string reason);
        return [ring is not null
            ? Ok("batches of operations")
            : Missing(reason, "sysctl kernel.io_uring_disabled=0; in a container, a seccomp profile that allows it")];
    }
}
