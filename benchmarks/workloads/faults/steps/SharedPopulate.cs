using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Steps;

/// <summary>MADV_POPULATE_WRITE (madvise(2)) of the same in one call.</summary>
[SupportedOSPlatform("linux")]
public sealed class SharedPopulate : OfShared
{
    public override string Name => "SharedPopulate";

    public override string Why => "the mapping of a page that is there, without a trap";

    public override int Rank => 6;

    /// <summary>No trap, and a fault a page of the file in the kernel's own count.</summary>
    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages) with { Traps = 0 };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Go(Mapping region, ReadOnlySpan<int> walk) => region.Advise(Mman.MADV_POPULATE_WRITE);
}
