namespace Bench.Machine;

public sealed record Fact(string Key, string Label, string Value, bool Matters);

public static class MachineEnvironment
{
    public static IReadOnlyList<Fact> Read() => [new("kernel", "Kernel", Environment.OSVersion.VersionString, true)];
}
