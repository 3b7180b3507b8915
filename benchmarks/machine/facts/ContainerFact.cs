using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What this process is confined in.</summary>
internal sealed class ContainerFact() : Fact("container", "Container", FactGroup.Process, matters: false)
{
    public override string Read(SystemTree tree) => Containers.Describe(tree) ?? "none seen";
}
