using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>The null call of the patched kernel.</summary>
internal sealed class HelloKernelCheck() : Check("syscall_hello_kernel", FindingKind.Measures, "hello_kernel",
    "it is the null call that does nothing and returns; elsewhere an unassigned number stands in")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        return [PatchedKernel.Probe(out string reason) is not null
            ? Ok("patched kernel")
            : Missing(reason, "boot a kernel with the patches of kernel/")];
    }
}
