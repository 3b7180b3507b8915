using Bench.Machine;
using Bench.Results.Data;

namespace Bench.Tests.Machine;

public class ClockUnitTests
{
    [Theory]
    [InlineData("console=ttyS0 bench.clock=instructions panic=-1\n", Units.Instructions)]
    [InlineData("bench.clock=ns quiet\n", Units.Nanoseconds)]
    [InlineData("xbench.clock=instructions\n", Units.Nanoseconds)]
    [InlineData("quiet -- bench.clock=instructions\n", Units.Nanoseconds)]
    [InlineData("", Units.Nanoseconds)]
    public void TheKernelsCommandLineSaysIt(string line, string unit)
    {
        using var tree = new FakeTree().With("/proc/cmdline", line);
        Assert.Equal(unit, ClockUnit.Read(tree.Root));
    }

    [Fact]
    public void WithoutACommandLineItIsTime()
    {
        using var tree = new FakeTree();
        Assert.Equal(Units.Nanoseconds, ClockUnit.Read(tree.Root));
    }
}
