using System.Runtime.InteropServices;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What asks.</summary>
internal sealed class ProcessorFacts() : FactTable(FactGroup.Processor)
{
    private const string File = "/proc/cpuinfo";
    private const string Online = "/sys/devices/system/cpu/online";

    public override IEnumerable<Fact> Facts =>
    [
        Matters("architecture", "Architecture", _ => RuntimeInformation.ProcessArchitecture.ToString()),
        Matters("boost", "Turbo", tree => CpuFrequency.Boost(tree) switch
        {
            { On: true } => "on",
            { On: false } => "off",
            null => SystemTree.NotThere,
        }),
        Matters("cpu", "CPU", Model),
        Matters("cpus", "Logical CPUs", Logical),
        // A virtual machine usually doesn't see it.
        Matters("governor", "Frequency governor", tree =>
            CpuFrequency.Governors(tree) is { Count: > 0 } governors ? string.Join(", ", governors) : SystemTree.NotThere),
        Mentioned("isolation", "Isolated CPUs", tree => string.Join(", ",
            [tree.Line("/sys/devices/system/cpu/isolated") ?? "none", .. BootOptions.Find(tree, "isolcpus", "nohz_full", "rcu_nocbs")])),
        // Carries mitigations and what they cost. Only x86 says.
        Matters("microcode", "Microcode", tree =>
            tree.Field(File, "microcode") ?? (tree.Text(File) is { Length: > 0 } ? SystemTree.NotThere : tree.Absent(File))),
        Matters("smt", "SMT", tree => Smt.Describe(tree)),
    ];

    // With the numbers that tell one stepping from another.
    private static FactValue Model(SystemTree tree)
    {
        string? name = tree.Field(File, "model name") ?? tree.Field(File, "Model");
        // x86's names, then arm64's.
        string numbers =
            string.Join(", ", new[] { "cpu family", "model", "stepping", "CPU implementer", "CPU part", "CPU variant", "CPU revision" }
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

    // Environment.ProcessorCount is what this process may use, which affinity and quota cut.
    private static FactValue Logical(SystemTree tree) => tree.Line(Online) is not { } list
        ? tree.IsLive ? $"{Environment.ProcessorCount} to this process" : tree.Absent(Online)
        : KernelNumbers.CountOfList(list) is { } count ? $"{count} ({list})" : SystemTree.Unknown;
}
