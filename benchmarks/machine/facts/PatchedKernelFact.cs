using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Whether hello_kernel and multi_page_alloc are there.</summary>
internal sealed class PatchedKernelFact() : Fact("patched_kernel", "Patched kernel", FactGroup.Kernel, matters: true)
{
    public override string Read(SystemTree tree) =>
        OperatingSystem.IsLinux() && PatchedKernel.Probe(out _) is { } kernel ? $"yes, up to {kernel.MaxPages} pages" : "no";
}
