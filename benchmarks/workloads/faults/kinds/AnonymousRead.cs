using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Probes;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>
/// The first read of private anonymous memory: the shared zero page is mapped, nothing is allocated but page tables; on machines without
/// one a page of its own comes.
/// </summary>
/// <param name="read">What it brings here.</param>
[SupportedOSPlatform("linux")]
public sealed unsafe class AnonymousRead(Lazy<ReadFault> read) : FaultKind
{
    /// <summary>As this machine does it.</summary>
    public AnonymousRead() : this(ReadFault.Here)
    {
    }

    public override string Name => "AnonymousRead";

    public override string Why => read.Value.TakesAPage
        ? "without a shared zero page, memory that is only looked at costs as much as if it were written"
        : "without a page to allocate and zero it is the trap and the page table alone";

    public override int Rank => 1;

    public override int AnonymousPages => read.Value.TakesAPage ? 1 : 0;

    public override Mapping Map(int pages) => Anonymous(pages);

    public override void Access(Mapping region, ReadOnlySpan<int> steps) => ReadLoop.Run(region.Address, steps, PageSize.Bytes);
}
