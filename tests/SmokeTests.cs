namespace Bench.Tests;

public class SmokeTests
{
    [Fact]
    public void GetpidAgrees() => Assert.Equal(Environment.ProcessId, Interop.Files.Unistd.getpid());
}
