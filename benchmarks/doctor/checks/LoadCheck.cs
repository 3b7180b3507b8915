using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the machine is idle but for the suite.</summary>
internal sealed class LoadCheck() : Check("load_average", FindingKind.Noise, "Load",
    "other work takes the processor, its caches and its turbo away in the middle of a measurement")
{
    private const double Idle = 0.5;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        string? now = tree.Line("/proc/loadavg")?.Split(' ')[0];
        return KernelNumbers.Real(now) switch
        {
            null => [Note("not visible here")],
            > Idle => [Noisy($"{now} over the last minute", "stop what `top` shows, and wait until `cat /proc/loadavg` starts below 0.5")],
            _ => [Ok($"{now} over the last minute")],
        };
    }
}
