using Bench.Machine;
using Bench.Machine.Readers;

namespace Bench.Workloads.Faults.Probes;

/// <summary>What only a try on some memory tells.</summary>
internal sealed class ProbedFacts() : FactTable(FactGroup.Memory)
{
    public override IEnumerable<Fact> Facts =>
    [
        Matters("read_fault", "A read fault brings", _ =>
            !OperatingSystem.IsLinux()
                ? SystemTree.NotThere
                : ReadFault.Here.Value.TakesAPage ? "a page of its own" : "the shared zero page"),
    ];
}
