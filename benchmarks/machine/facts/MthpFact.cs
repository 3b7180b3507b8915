using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The setting of every size of folio, sizes of the same setting together.</summary>
internal sealed class MthpFact() : Fact("mthp", "mTHP", FactGroup.Memory, matters: true)
{
    public override string Read(SystemTree tree)
    {
        var sizes = TransparentHugePageFiles.Sizes(tree);
        if (sizes.Count == 0)
            return SystemTree.NotThere;
        var settings = sizes.GroupBy(kib => TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.OfSize(kib)));
        return string.Join("; ", settings.Select(group => $"{group.Key}: {string.Join(' ', group)} kB"));
    }
}
