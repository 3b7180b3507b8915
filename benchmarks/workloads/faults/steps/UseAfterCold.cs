using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>A touch after MADV_COLD (madvise(2)), which makes entries look unused.</summary>
[SupportedOSPlatform("linux")]
public sealed class UseAfterCold : OfUsed
{
    public override string Name => "UseAfterCold";

    public override string Why => "the first use again without allocating, by entries that look unused";

    public override int Rank => 4;

    public override unsafe string? WhyNot()
    {
        using var page = Mapping.Anonymous(1);
        return Mman.madvise(page.Address, page.Length, Mman.MADV_COLD) == 0
            ? null
            : $"MADV_COLD needs Linux 5.4: {SystemError.Last("madvise").Message}";
    }

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        region.Advise(Mman.MADV_COLD);
        return region;
    }
}
