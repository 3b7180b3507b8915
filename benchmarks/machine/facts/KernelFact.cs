using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The kernel's release and its build.</summary>
internal sealed class KernelFact() : Fact("kernel", "Kernel", FactGroup.Kernel, matters: true)
{
    private const string Directory = "/proc/sys/kernel";

    // Elsewhere than on Linux the description in "os" has the version.
    public override string Read(SystemTree tree) => tree.Line($"{Directory}/osrelease") is { } release
        ? $"{release} {tree.Line($"{Directory}/version")}".TrimEnd()
        : tree.Absent($"{Directory}/osrelease");
}
