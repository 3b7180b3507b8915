using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Swap space, and how much of it is in use.</summary>
internal sealed class SwapFact() : Fact("swap", "Swap", FactGroup.Memory, matters: false)
{
    public override string Read(SystemTree tree) => MemInfo.Swap(tree) switch
    {
        (0, _) => "off",
        ({ } total, { } free) => $"{ByteSize.Describe(total)}, {ByteSize.Describe(Math.Max(0, total - free))} used",
        _ => tree.Absent("/proc/meminfo"),
    };
}
