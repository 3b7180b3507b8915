using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Probes;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>
/// Multi-size THP: one fault maps one folio of n pages (Documentation/admin-guide/mm/transhuge.rst). Its size is a system setting, so
/// all sizes but one are switched off while a row is measured.
/// </summary>
/// <param name="folios">What the system offers.</param>
[SupportedOSPlatform("linux")]
public sealed class LargeFolio(FolioOffer folios) : Mechanism
{
    /// <summary>As this machine does it.</summary>
    public LargeFolio() : this(FolioOffer.Here)
    {
    }

    public override string Name => "LargeFolio";

    public override string Why => "one fault that maps a folio of n pages is how a stock kernel preallocates";

    public override int Rank => 2;

    public override FaultTables FaultTables => FaultTables.All & ~FaultTables.Mechanisms;

    public override IReadOnlyList<int> PagesPerFault => PowersFrom(4);

    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages);

    public override string Remedy(int pages) =>
        $"run as root, or: sudo chown $USER {TransparentHugePages.SysfsRoot}/hugepages-*/enabled (Linux 6.8 or later)";

    public override string? WhyNot(int pages, bool leaveSettings) =>
        folios.WhyNone() ?? WhyNoWholeFolios(pages, Region.Pages)
            ?? (folios.Settings() is { } settings ? settings.WhyNot(pages, leaveSettings) : TransparentHugePages.Lacking);

    public override IReadOnlyList<SettingChange> SettingsFor(int pages) => folios.Settings()?.ChangesFor(pages) ?? [];

    public override void Prepare(Mapping region, int pages) => region.Advise(Mman.MADV_HUGEPAGE);
}
