using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Whether the processor may run faster than its rated frequency, for as long as it stays cool.</summary>
internal sealed class BoostFact() : Fact("boost", "Turbo", FactGroup.Processor, matters: true)
{
    public override string Read(SystemTree tree) => CpuFrequency.Boost(tree) switch
    {
        { On: true } => "on",
        { On: false } => "off",
        null => SystemTree.NotThere,
    };
}
