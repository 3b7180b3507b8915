using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Probes;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>
/// A huge page as the system gives it to whoever asks by MADV_HUGEPAGE: one fault, one page table entry a level up (PMD). LargeFolio 512 is
/// the same folio with all other sizes switched off; this needs no setting changed, and kernels before 6.8 have it too.
/// </summary>
/// <param name="folios">What the system offers.</param>
[SupportedOSPlatform("linux")]
public sealed class HugePage(FolioOffer folios) : Mechanism
{
    /// <summary>As this machine does it.</summary>
    public HugePage() : this(FolioOffer.Here)
    {
    }

    public override string Name => "HugePage";

    public override string Why => "one madvise call buys it wherever transparent huge pages are on, as most systems have them";

    public override int Rank => 6;

    public override FaultTables FaultTables => FaultTables.Mechanisms | FaultTables.Teardown;

    /// <summary>Those of the size that a PMD maps: 512 where pages have 4 KiB.</summary>
    public override IReadOnlyList<int> PagesPerFault => [(int)(PageSize.HugeBytes / (nuint)PageSize.Bytes)];

    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages);

    public override string Remedy(int pages) => $"as root: echo madvise > {TransparentHugePages.SysfsRoot}/enabled";

    public override string? WhyNot(int pages, bool leaveSettings)
    {
        if (folios.Settings() is not { } settings)
            return TransparentHugePages.Lacking;
        if ((folios.WhyNone() ?? WhyNoWholeFolios(pages, Region.Pages)) is { } whyNot)
            return whyNot;
        return settings.LargestForMadvised == pages
            ? null
            : $"huge pages of {ByteSize.Describe((long)pages * PageSize.Bytes)} are not given under MADV_HUGEPAGE: "
                + $"{TransparentHugePages.SysfsRoot}/enabled is {settings.Enabled}"
                + (settings.HasSizes
                    ? $", and of the sizes {string.Join(", ", settings.Sizes.Select(size => $"{size.Label} {size.Value}"))}"
                    : "");
    }

    public override void Prepare(Mapping region, int pages) => region.Advise(Mman.MADV_HUGEPAGE);
}
