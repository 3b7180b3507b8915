using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Whether two logical processors share a core (simultaneous multithreading).</summary>
internal sealed class SmtFact() : Fact("smt", "SMT", FactGroup.Processor, matters: true)
{
    public override string Read(SystemTree tree) => Threads.Describe(tree);
}
