using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>What the kernel does against the processor's leaks: much of the cost of a system call.</summary>
internal sealed class MitigationsFact() : Fact("mitigations", "Mitigations", FactGroup.Kernel, matters: true)
{
    public override string Read(SystemTree tree)
    {
        var active = Vulnerabilities.Active(tree);
        string[] all = [.. active, .. BootOptions.Find(tree, "mitigations")];
        return all.Length > 0 ? string.Join("; ", all) : tree.Exists(Vulnerabilities.Directory) ? "none needed" : SystemTree.NotThere;
    }
}
