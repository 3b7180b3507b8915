using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>MADV_POPULATE_WRITE, tried on a page.</summary>
internal sealed class PopulateCheck() : Check("page_fault_populate", FindingKind.Measures, "Populate",
    "it fills a range in one call, on every kernel since 5.14 and without root")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        using var page = Mapping.Anonymous(1);
        try
        {
            page.Advise(Mman.MADV_POPULATE_WRITE);
        }
        catch (SystemError e)
        {
            return [Missing($"MADV_POPULATE_WRITE of a page: {e.Message}", "run on Linux 5.14 or later")];
        }
        return [page.CountResident() == 1 ? Ok("1 to 512 pages (tried with one)") : Missing("MADV_POPULATE_WRITE left its page empty", "run on a kernel of Linux's own")];
    }
}
