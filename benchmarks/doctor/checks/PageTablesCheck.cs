using System.Globalization;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Who fills the tables that the processor reads: what kind of hypervisor the first use of a mapped page suggests.</summary>
internal sealed class PageTablesCheck() : Check("page_tables", FindingKind.Noise, "Page tables",
    "a hypervisor that keeps page tables of its own makes each first touch cost thousands of ns more, which only huge pages save; "
        + "--filter '*FaultParts*' takes a first touch apart")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        return [TableFilling.Measure() is not { } filling ? Note("can't be told: MADV_POPULATE_WRITE needs Linux 5.14")
            : filling.IsByHypervisor ? Note($"{Seen(filling)}: the hypervisor fills tables of its own (shadow page tables)")
            : Ok($"{Seen(filling)}: a miss of cache and TLB (nested paging, or no hypervisor)")];
    }

    private static string Seen(TableFilling filling) => string.Create(CultureInfo.InvariantCulture,
        $"the first use of a mapped page takes {filling.FirstUse:#,0} ns, the next {filling.NextUse:#,0}, clearing it "
            + $"{filling.Clearing:#,0}");
}
