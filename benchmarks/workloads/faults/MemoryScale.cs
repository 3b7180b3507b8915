using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults;

/// <summary>Weighs a region outside the clock, right before its first touch and right after its last. Weighing allocates nothing.</summary>
/// <param name="pages">Pages of the region.</param>
[SupportedOSPlatform("linux")]
internal sealed class MemoryScale(int pages)
{
    private readonly byte[] states = new byte[pages];
    private long anonymousBefore;

    /// <summary>Nothing of the region is touched yet.</summary>
    public void Start() => anonymousBefore = ResidentSet.AnonymousBytes();

    /// <summary><paramref name="touched"/> pages of it are.</summary>
    public MemoryCost Stop(Mapping region, int touched)
    {
        long anonymous = ResidentSet.AnonymousBytes();
        long? grown = anonymous < 0 || anonymousBefore < 0 ? null : Math.Max(0, anonymous - anonymousBefore);
        return new MemoryCost(touched, region.CountResident(states), grown, PageSize.Bytes);
    }
}
