using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Multi-size transparent huge pages, size by size.</summary>
internal sealed class LargeFolioCheck() : Check("page_fault_large_folio", FindingKind.Measures, "LargeFolio",
    "one fault that maps a folio of n pages is the stock kernel's way of preallocating")
{
    private const int FewestPages = 4;
    private const int MostPages = 512;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        for (int pages = FewestPages; pages <= MostPages; pages *= 2)
        {
            var (whyNot, how) = LargeFolios.Judge(tree, pages);
            var finding = whyNot is null ? Ok(how) : Missing(whyNot, how);
            yield return finding with { Id = $"{Id}_{pages}", Title = $"{Title} {pages}" };
        }
    }
}
