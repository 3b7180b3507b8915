using System.Runtime.Versioning;
using Bench.Interop.Syscalls;

namespace Bench.Workloads.Requirements;

/// <summary>The patched kernel's system calls, hello_kernel and multi_page_alloc.</summary>
[SupportedOSPlatform("linux")]
public sealed class PatchedCalls : IRequirement
{
    public string Remedy => "boot a kernel with the patches of kernel/";

    public string? WhyNot() => PatchedKernel.Probe(out string reason) is null ? reason : null;
}
