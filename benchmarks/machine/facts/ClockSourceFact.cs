using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What the kernel tells time by: some sources can't be read without a system call.</summary>
internal sealed class ClockSourceFact() : Fact("clock_source", "Clock source", FactGroup.Kernel, matters: true)
{
    public override string Read(SystemTree tree) => tree.LineOrWhy("/sys/devices/system/clocksource/clocksource0/current_clocksource");
}
