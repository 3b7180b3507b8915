using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Preallocation by the patched kernel's fault handler.</summary>
internal sealed class MultiPageAllocCheck() : Check("page_fault_multi_page_alloc", FindingKind.Measures, "MultiPageAlloc",
    "only this mechanism takes any number of pages per fault")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        return
        [
            PatchedKernel.Probe(out string reason) is { } kernel
                ? Ok($"1 to {kernel.MaxPages} pages")
                : Missing(reason, "boot a kernel with the patches of kernel/"),
        ];
    }
}
