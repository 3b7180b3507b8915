using System.Runtime.InteropServices;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The instruction set of this process.</summary>
internal sealed class ArchitectureFact() : Fact("architecture", "Architecture", FactGroup.Processor, matters: true)
{
    public override string Read(SystemTree tree) => RuntimeInformation.ProcessArchitecture.ToString();
}
