using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// MADV_POPULATE_WRITE of memory that is there: the walk to each page that a populate makes when it has brought it (mm/gup.c,
/// __get_user_pages), which a fault doesn't make. Of a huge page it is one for all its pages.
/// </summary>
/// <remarks>
/// Of 2 MiB again and again, since what the walk reads of a page is in the cache when a populate has just brought it; of as much memory as
/// the region it took 499 ns a page instead of 167.
/// </remarks>
[SupportedOSPlatform("linux")]
public sealed class PopulateAgain : FaultStep
{
    private const int Pages = 512;

    public override string Name => "PopulateAgain";

    public override string Why => "the walk to each page that a populate makes and a fault doesn't";

    public override int Rank => 11;

    public override string? WhyNot() => Populate.Lacking();

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = Region.Map(Math.Min(Pages, PartsRegion.Pages));
        mechanism.Prepare(region, pages);
        region.Advise(Mman.MADV_POPULATE_WRITE);
        return region;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Go(Mapping region, ReadOnlySpan<int> walk)
    {
        for (int at = 0; at < walk.Length; at += (int)region.PageCount)
            region.Advise(Mman.MADV_POPULATE_WRITE);
    }
}
