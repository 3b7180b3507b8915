using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Steps;

/// <summary>MADV_POPULATE_WRITE of the same, populated: see <see cref="PopulateAgain"/>.</summary>
[SupportedOSPlatform("linux")]
public sealed class SharedPopulateAgain : OfSharedMapped
{
    public override string Name => "SharedPopulateAgain";

    public override string Why => "the walk to each page of a file that a populate makes and a fault doesn't";

    public override int Rank => 12;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Go(Mapping region, ReadOnlySpan<int> walk) => region.Advise(Mman.MADV_POPULATE_WRITE);
}
