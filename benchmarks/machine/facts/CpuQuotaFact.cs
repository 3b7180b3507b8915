using System.Globalization;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The control groups' limit on processor time: a thread that has used it up is stopped in the middle of a measurement.</summary>
internal sealed class CpuQuotaFact() : Fact("cpu_quota", "CPU quota", FactGroup.Process, matters: false)
{
    public override string Read(SystemTree tree) =>
        CgroupCpu.Quota(tree) is { } quota ? string.Create(CultureInfo.InvariantCulture, $"{quota:0.##} processors") : "none";
}
