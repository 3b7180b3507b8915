using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Steps;

/// <summary>MADV_DONTNEED (madvise(2)) of everything: the mapping stays, its pages go.</summary>
[SupportedOSPlatform("linux")]
public sealed class GiveBack : OfUsed
{
    public override string Name => "GiveBack";

    public override string Why => "what giving the page back costs, which comes after a first touch and is no part of it";

    public override int Rank => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Go(Mapping region, ReadOnlySpan<int> walk) => region.Advise(Mman.MADV_DONTNEED);
}
