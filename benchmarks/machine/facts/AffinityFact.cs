using Bench.Interop.Scheduling;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Processors that the calling thread may run on.</summary>
internal sealed class AffinityFact() : Fact("affinity", "Affinity", FactGroup.Process, matters: false)
{
    public override string Read(SystemTree tree) =>
        OperatingSystem.IsLinux() ? string.Join(',', Sched.GetAffinity()) : SystemTree.Unknown;
}
