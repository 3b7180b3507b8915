using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Whether a filter runs at every system call of this process (seccomp(2)).</summary>
internal sealed class SeccompFact() : Fact("seccomp", "seccomp", FactGroup.Process, matters: true)
{
    private const string File = "/proc/self/status";

    public override string Read(SystemTree tree) => tree.Field(File, "Seccomp") switch
    {
        "0" => "off",
        "1" => "strict",
        "2" => tree.Field(File, "Seccomp_filters") is { } filters ? $"filter ({filters})" : "filter",
        _ => tree.Absent(File),
    };
}
