using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the system leaves a processor alone.</summary>
internal sealed class IsolationCheck() : Check("isolation", FindingKind.Noise, "Isolated CPU",
    "the scheduler, timers and interrupts keep visiting a processor that is not isolated")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        string? isolated = tree.Line("/sys/devices/system/cpu/isolated");
        if (KernelNumbers.CountOfList(isolated) is > 0)
            return [Ok($"{isolated}; start the suite with taskset -c {isolated} to use it")];
        string last = tree.Line("/sys/devices/system/cpu/online")?.Split('-', ',')[^1] ?? "N";
        return [Note("none", $"boot with isolcpus={last} nohz_full={last} rcu_nocbs={last}, start with taskset -c {last}")];
    }
}
