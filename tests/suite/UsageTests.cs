using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>Bad usage is one clear line and exit status 2; nothing is measured.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("no benchmark matches", "--filter", "*NoSuchBenchmark*")]
    [InlineData("--region", "--filter", "*PageFault*", "--region", "soon")]
    [InlineData("--region", "--filter", "*PageFault*", "--region", "-1MiB")]
    [InlineData("this machine can give", "--filter", "*PageFault*", "--region", "900TiB")]
    [InlineData("no-such-option", "--filter", "*", "--no-such-option")]
    [InlineData("base job", "--filter", "*", "--job", "eternal")]
    public void BadUsageIsOneLine(string expected, params string[] args)
    {
        using var run = new SuiteRun(args);
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(character => character == '\n'));
    }
}
