using System.Globalization;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether processor time is rationed.</summary>
internal sealed class CpuQuotaCheck() : Check("cpu_quota", FindingKind.Noise, "CPU quota",
    "a thread that has used its quota up is stopped for the rest of the period, some tens of milliseconds")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => CgroupCpu.Quota(tree) is { } quota
        ? [Noisy(string.Create(CultureInfo.InvariantCulture, $"{quota:0.##} processors (control group)"),
            "docker run without --cpus; systemctl set-property UNIT CPUQuota=")]
        : [Ok("none")];
}
