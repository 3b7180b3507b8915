using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Whether a fault waits for memory to be compacted.</summary>
internal sealed class ThpDefragFact() : Fact("thp_defrag", "THP defrag", FactGroup.Memory, matters: true)
{
    public override string Read(SystemTree tree) => TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.Defrag);
}
