using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What perf_event_open(2) allows an unprivileged user.</summary>
internal sealed class PerfEventParanoidFact() : Fact("perf_event_paranoid", "perf_event_paranoid", FactGroup.Process, matters: false)
{
    public override string Read(SystemTree tree) => tree.LineOrWhy("/proc/sys/kernel/perf_event_paranoid");
}
