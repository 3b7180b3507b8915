using Bench.Results.Data;
using Bench.Settings;
using Bench.Workloads;

namespace Bench.Tests.Suite;

/// <summary>.NET's digests end the process where OpenSSL is missing, as in the kernel's guest.</summary>
public sealed class WithoutOpenSslTests
{
    [Fact]
    public void NothingOfOursAsksForIt() => Assert.All([typeof(SettingChange), typeof(Run), typeof(PageFault)], type =>
        Assert.DoesNotContain(type.Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("System.Security.Cryptography", StringComparison.Ordinal)));
}
