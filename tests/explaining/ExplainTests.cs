using System.Text.Json.Nodes;
using Bench.Explaining;
using Bench.Interop.Perf;
using Bench.Results;
using Bench.Tests.Results;
using Bench.Tests.Results.Profiles;
using Bench.Tests.Suite;

namespace Bench.Tests.Explaining;

/// <summary>The verb as a user runs it, on real rows.</summary>
[Collection(SuiteProcesses.Name)]
public class ExplainTests
{
    private const string DemandRow = "*PageFault*Demand*sequential*";

    [Fact]
    public void ARealRowIsSampledAndWrittenInEveryForm()
    {
        SkipUnlessAllowed();
        using var folder = new TemporaryFolder();
        string json = Path.Combine(folder.Path, "a.json"), folded = Path.Combine(folder.Path, "a.folded");
        string page = Path.Combine(folder.Path, "a.html");
        string scope = Path.Combine(folder.Path, "a.speedscope.json");
        var run = Executable.Run("explain", "--filter", DemandRow, "--region", "16MiB", "--samples", "500", "--rate", "2000",
            "--json", json, "--folded", folded, "--page", page, "--speedscope", scope);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains("## PageFault Demand 1 sequential", run.Output, StringComparison.Ordinal);
        Assert.Contains(" ns per page; ", run.Output, StringComparison.Ordinal);
        Assert.Contains("flame graph of PageFault Demand", File.ReadAllText(page), StringComparison.Ordinal);
        string text = File.ReadAllText(json);
        ProfileTests.IsAProfile(text);
        var row = Assert.Single(JsonNode.Parse(text)!["Rows"]!.AsArray())!;
        Assert.Equal((0, 2000), ((long)row["Lost"]!, (int)row["Hertz"]!));
        Assert.Contains(row["Stages"]!.AsArray(), stage => (string)stage!["Name"]! == "clearing");
        Assert.Equal((long)row["Samples"]!, File.ReadLines(folded).Sum(line => long.Parse(line.Split(' ')[^1])));
        Assert.Equal((long)row["Samples"]!, (long)JsonNode.Parse(File.ReadAllText(scope))!["profiles"]![0]!["endValue"]!);
    }

    [Fact]
    public void RowsOfWorkersAreLeftOutWithTheReason()
    {
        SkipUnlessAllowed();
        var run = Executable.Run("explain", "--filter", "*.Scaling.*Demand*Threads*Private*Workers: 1)", "--region", "16MiB");
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains("only the measuring thread is sampled", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no benchmark matches", "--filter", "nonsense")]
    [InlineData("is not a size", "--region", "soon")]
    [InlineData("--samples must be a whole number from 100", "--samples", "1")]
    [InlineData("--rate must be a whole number from 100", "--rate", "1")]
    public void WhatCannotBeDoneIsOneLine(string expected, params string[] options)
    {
        var run = Executable.Run(["explain", .. options]);
        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheRightTheReasonAndTheFixAreSaid()
    {
        using var sampled = SampledEvent.TryOpen(SamplingRate.Highest, out string reason);
        bool allowed = sampled is not null && KernelSymbols.TryRead(out reason) is not null;
        Assert.SkipWhen(allowed, "this user may sample the kernel");
        var run = Executable.Run("explain", "--filter", DemandRow);
        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.001, 10_000)]
    [InlineData(-0.02, 10_000)]
    [InlineData(0.05, 5_000)]
    [InlineData(0.3, 1_000)]
    [InlineData(9, 500)]
    public void TheRateIsTheHighestThatDisturbsLittle(double slowdown, int expected) =>
        Assert.Equal(expected, SamplingRate.Bearable(slowdown));

    private static void SkipUnlessAllowed()
    {
        using var sampled = SampledEvent.TryOpen(SamplingRate.Highest, out string reason);
        Assert.SkipWhen(sampled is null || KernelSymbols.TryRead(out reason) is null, reason);
    }
}
