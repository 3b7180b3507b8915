using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The processor's model, with the numbers that tell one stepping from another.</summary>
internal sealed class CpuFact() : Fact("cpu", "CPU", FactGroup.Processor, matters: true)
{
    private const string File = "/proc/cpuinfo";

    public override string Read(SystemTree tree)
    {
        string? name = tree.Field(File, "model name") ?? tree.Field(File, "Model");
        // x86's names, then arm64's.
        string numbers = string.Join(", ", new[] { "cpu family", "model", "stepping", "CPU implementer", "CPU part", "CPU variant", "CPU revision" }
            .Select(key => (key, value: tree.Field(File, key)))
            .Where(it => it.value is not null)
            .Select(it => $"{it.key} {it.value}"));
        return (name, numbers) switch
        {
            (null, "") => tree.Absent(File),
            (null, _) => numbers,
            (_, "") => name,
            _ => $"{name} ({numbers})",
        };
    }
}
