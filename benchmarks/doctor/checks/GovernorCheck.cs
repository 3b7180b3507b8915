using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the processor's speed is left alone.</summary>
internal sealed class GovernorCheck() : Check("governor", FindingKind.Noise, "Frequency governor",
    "other governors than performance change the processor's speed while a benchmark runs")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        var governors = CpuFrequency.Governors(tree);
        if (governors.Count == 0)
            return [Note("not visible here")];
        string seen = string.Join(", ", governors);
        return [governors.All(governor => governor == "performance")
            ? Ok(seen)
            : Noisy(seen, "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor")];
    }
}
