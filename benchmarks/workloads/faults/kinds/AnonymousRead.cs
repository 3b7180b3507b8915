using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Kinds;

/// <summary>The first read of private anonymous memory: the shared zero page is mapped, nothing is allocated but page tables.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class AnonymousRead : FaultKind
{
    /// <inheritdoc/>
    public override string Name => "AnonymousRead";

    /// <inheritdoc/>
    public override string Why => "without a page to allocate and zero it is the trap and the page table alone";

    /// <inheritdoc/>
    public override int Rank => 1;

    /// <inheritdoc/>
    public override Mapping Map(int pages) => Anonymous(pages);

    /// <inheritdoc/>
    public override void Access(Mapping region, ReadOnlySpan<int> steps) => ReadLoop.Run(region.Address, steps, PageSize.Bytes);
}
