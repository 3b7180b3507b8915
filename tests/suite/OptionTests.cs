using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>BenchmarkDotNet's options do what they say in every report, or are refused in one line before anything runs.</summary>
[Collection("system settings")]
public class OptionTests
{
    [Fact]
    public void WhatDiagnosersFindHasColumnsInEveryTable()
    {
        using var run = new SuiteRun("--filter", "*FunctionCall.Static", "--inProcess", "--job", "dry", "--memory", "--threading",
            "--exceptions", "--maxWidth", "30");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        foreach (string report in new[] { "-report-github.md", "-report.html", "-report.csv" })
        {
            string text = run.Report(report);
            Assert.All(["Allocated", "Exceptions", "Completed Work Items", "Lock Contentions"],
                column => Assert.Contains(column, text, StringComparison.Ordinal));
            // Counted by the suite, and shown in columns of its own; and times stay in its unit.
            Assert.DoesNotContain("FaultsPerOperation", text, StringComparison.Ordinal);
            Assert.DoesNotContain("μs", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--maxWidth", "--maxWidth", "5")]
    [InlineData("--launchCount", "--launchCount", "0")]
    [InlineData("--warmupCount", "--warmupCount", "-1")]
    [InlineData("--iterationTime", "--iterationTime", "0")]
    [InlineData("--iterationCount", "--iterationCount", "0")]
    [InlineData("--invocationCount", "--invocationCount", "-2")]
    [InlineData("UnrollFactor", "--unrollFactor", "0")]
    [InlineData("multiple of UnrollFactor", "--unrollFactor", "3", "--invocationCount", "4")]
    [InlineData("MaxIterationCount", "--minIterationCount", "5", "--maxIterationCount", "2")]
    [InlineData("--affinity", "--affinity", "-7")]
    [InlineData("--buildTimeout", "--buildTimeout", "-4")]
    [InlineData("EP", "--profiler", "nosuch")]
    [InlineData("--profiler", "--profiler", "EP")]
    [InlineData("--disasm", "--disasm")]
    [InlineData("--disasm", "--disasmDepth", "2")]
    [InlineData("--disasmDepth", "--disasmDepth", "-1")]
    [InlineData("runtime", "--runtimes", "nosuch")]
    [InlineData(":", "--envVars", "abc")]
    [InlineData("--platform", "--platform", "Arm")]
    public void WhatCanNotBeDoneInProcessOrAtAllIsOneLine(string expected, params string[] args)
    {
        using var run = new SuiteRun(["--filter", "*FunctionCall.Static", "--inProcess", .. args]);
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("[  1/1]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ReportsThatCanNotBeWrittenAreRefusedAtOnce()
    {
        using var place = new Results.TemporaryFolder();
        string file = place.Write("file", "");
        var run = Executable.Run("--filter", "*FunctionCall.Static", "--job", "dry", "--artifacts", file);
        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains($"no reports can be written to {file}", Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", File.ReadAllText(file));
    }
}
