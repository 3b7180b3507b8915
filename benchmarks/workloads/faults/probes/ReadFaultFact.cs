using Bench.Machine;
using Bench.Machine.Readers;

namespace Bench.Workloads.Faults.Probes;

/// <summary>What the first read of anonymous memory brings.</summary>
internal sealed class ReadFaultFact() : Fact("read_fault", "A read fault brings", FactGroup.Memory, matters: true)
{
    public override string Read(SystemTree tree) =>
        !OperatingSystem.IsLinux() ? SystemTree.NotThere : ReadFault.Here.Value.TakesAPage ? "a page of its own" : "the shared zero page";
}
