using System.Runtime.InteropServices;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>The system as it calls itself.</summary>
internal sealed class OperatingSystemFact() : Fact("os", "Operating system", FactGroup.Kernel, matters: false)
{
    public override string Read(SystemTree tree) => RuntimeInformation.OSDescription;
}
