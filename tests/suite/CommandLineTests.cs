using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>The executable as users start it.</summary>
[Collection(SuiteProcesses.Name)]
public class CommandLineTests
{
    [Fact]
    public void NoArgumentsWithoutATerminalIsHelp()
    {
        var run = Executable.Run();
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("doctor", run.Output, StringComparison.Ordinal);
        Assert.Contains("--region", run.Output, StringComparison.Ordinal);
        Assert.Contains("--filter", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Errors);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("doctor", "--no-such-option")]
    [InlineData("--no-such-option")]
    [InlineData("--filter", "*Nothing*")]
    public void BadUsageIsOneLineOnStandardErrorAndStatusTwo(params string[] args)
    {
        var run = Executable.Run(args);
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.StartsWith("error: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(character => character == '\n'));
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--list", "flat")]
    public void WhatOnlyPrintsEndsWell(params string[] args) => Assert.Equal(ExitCode.Ok, Executable.Run(args).ExitCode);

    /// <summary>
    /// The shell replaces an unquoted pattern by files that match; no file in benchmarks/ may. It builds the suite, so that .ci/run asks
    /// for it.
    /// </summary>
    [Fact(Explicit = true)]
    public void TheUnquotedFilterFindsItsBenchmarks()
    {
        var artifacts = Directory.CreateTempSubdirectory("bench-unquoted");
        try
        {
            var run = Executable.RunCommand("bash",
                ["-c",
                    $"dotnet run -c Release -- --filter *PageFault* --job dry --inProcess --region 16MiB --artifacts {artifacts.FullName}"],
                    Executable.BenchmarksFolder);
            Assert.Equal("", run.Errors);
            Assert.Equal(ExitCode.Ok, run.ExitCode);
            Assert.Contains("| Touch  | Demand", run.Output, StringComparison.Ordinal);
            string[] reports = [.. artifacts.GetFiles("results/*").Select(file => file.Name).Order()];
            Assert.Equal(
                [
                    .. from type in new[] { "PageFault", "PageFaults.FaultParts" }
                       from ending in new[] { "report-full.json", "report-github.md", "report.csv", "report.html" }
                       select $"Bench.Workloads.{type}-{ending}",
                    "report.html",
                ], reports);
        }
        finally
        {
            artifacts.Delete(true);
        }
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsOneLine()
    {
        var run = Executable.Run("--filter", "*FunctionCall.Static*", "--job", "dry", "--inProcess", "--artifacts", "/proc/bench");
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.StartsWith("error: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(character => character == '\n'));
    }
}
