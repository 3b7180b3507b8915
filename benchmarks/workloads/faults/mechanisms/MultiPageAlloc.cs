using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Syscalls;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>The patched kernel's multi_page_alloc(n): each anonymous fault of the process fills its aligned window of n pages.</summary>
[SupportedOSPlatform("linux")]
public sealed class MultiPageAlloc : Mechanism
{
    private PatchedKernel? kernel;

    public override string Name => "MultiPageAlloc";

    public override string Why => "the fault handler itself fills the window, as the original did";

    public override int Rank => 4;

    public override FaultTables FaultTables => FaultTables.All & ~FaultTables.Mechanisms;

    public override IReadOnlyList<int> PagesPerFault => PowersFrom(1);

    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages);

    public override string Remedy(int pages) => "boot a kernel with the patches of kernel/";

    public override string? WhyNot(int pages, bool leaveSettings)
    {
        var probed = PatchedKernel.Probe(out string reason);
        if (probed is null)
            return reason;
        return pages <= probed.MaxPages ? null : $"this kernel's multi_page_alloc takes at most {probed.MaxPages} pages";
    }

    /// <summary>No advice: under MADV_NOHUGEPAGE the kernel prepares one page a fault, or (abi 1) windows of single pages only.</summary>
    public override void Prepare(Mapping region, int pages) { }

    public override void Begin(int pages)
    {
        kernel = PatchedKernel.Probe(out string reason) ?? throw new InvalidOperationException(reason);
        kernel.MultiPageAlloc(pages);
    }

    public override void End() => kernel?.MultiPageAlloc(1);
}
