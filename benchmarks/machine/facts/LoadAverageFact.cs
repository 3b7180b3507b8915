using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Threads that ran or wanted to, averaged (proc_loadavg(5)).</summary>
internal sealed class LoadAverageFact() : Fact("load_average", "Load average", FactGroup.Process, matters: false)
{
    private const string File = "/proc/loadavg";

    public override string Read(SystemTree tree) => (tree.Line(File) ?? "").Split(' ') is [var one, var five, var fifteen, ..]
        ? $"{one}, {five}, {fifteen} (1, 5, 15 minutes)"
        : tree.Absent(File);
}
