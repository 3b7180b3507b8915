using System.Runtime.InteropServices;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The .NET runtime.</summary>
internal sealed class RuntimeFact() : Fact("runtime", "Runtime", FactGroup.Process, matters: true)
{
    public override string Read(SystemTree tree) => RuntimeInformation.FrameworkDescription;
}
