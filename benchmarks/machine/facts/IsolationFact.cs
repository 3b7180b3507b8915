using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Processors kept free of other work, and the boot options that asked for it.</summary>
internal sealed class IsolationFact() : Fact("isolation", "Isolated CPUs", FactGroup.Processor, matters: false)
{
    public override string Read(SystemTree tree)
    {
        string isolated = tree.Line("/sys/devices/system/cpu/isolated") ?? "none";
        return string.Join(", ", [isolated, .. BootOptions.Find(tree, "isolcpus", "nohz_full", "rcu_nocbs")]);
    }
}
