using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Transparent huge pages, the global setting.</summary>
internal sealed class ThpFact() : Fact("thp", "THP", FactGroup.Memory, matters: true)
{
    public override string Read(SystemTree tree) => TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.Global);
}
