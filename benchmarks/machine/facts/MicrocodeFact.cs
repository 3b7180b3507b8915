using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The processor's microcode, which carries mitigations and what they cost.</summary>
internal sealed class MicrocodeFact() : Fact("microcode", "Microcode", FactGroup.Processor, matters: true)
{
    private const string File = "/proc/cpuinfo";

    // Only x86 says.
    public override string Read(SystemTree tree) => tree.Field(File, "microcode") ?? (tree.Text(File) is { Length: > 0 } ? SystemTree.NotThere : tree.Absent(File));
}
