using System.Text.Json;
using Bench.Results;
using Bench.Selecting;
using Bench.Workloads;

namespace Bench.Tests.Suite;

/// <summary>Every benchmark class, run once in this process.</summary>
[Collection("system settings")]
public class InProcessTests
{
    private static readonly int RegionPages = (16 << 20) / Environment.SystemPageSize;

    // Of one cold iteration: code and stack that the thread needs for the first time.
    private const int ColdFaults = 16;

    // The rows of workers keep every processor busy for the longest of all.
    public static IEnumerable<TheoryDataRow<string>> Classes => WorkloadClasses.All
        .Select(type => new TheoryDataRow<string>(type.Name) { Explicit = type == typeof(Scaling) });

    [Theory, MemberData(nameof(Classes))]
    public void EveryRowRunsAndIsWhatItSays(string name)
    {
        using var run = new SuiteRun("--filter", $"*.{name}.*", "--inProcess", "--job", "dry", "--region", "16MiB");
        Assert.Equal("", run.Errors);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.SkipWhen(run.Output.Contains("Nothing is left to measure.", StringComparison.Ordinal), run.Output);

        var benchmarks = run.Json().GetProperty("Benchmarks").EnumerateArray().ToArray();
        Assert.NotEmpty(benchmarks);
        foreach (var benchmark in benchmarks)
        {
            Assert.True(benchmark.GetProperty("Statistics").GetProperty("Mean").GetDouble() > 0);
            var bench = benchmark.GetProperty("Bench");
            double touched = bench.GetProperty("TouchedPages") is { ValueKind: JsonValueKind.Number } pages
                ? pages.GetDouble()
                : RegionPages;
            if (bench.GetProperty("Expected") is { ValueKind: JsonValueKind.Number } expected)
                Assert.Equal(expected.GetDouble(), bench.GetProperty("Measured").GetDouble(),
                    expected.GetDouble() * 0.02 + ColdFaults / touched);
            Assert.NotEmpty(bench.GetProperty("Launches").EnumerateArray());
        }
    }

    [Fact]
    public void OperationsArePagesInEveryReport()
    {
        using var run = new SuiteRun("--filter", "*.PageFault.*Demand*", "--inProcess", "--job", "dry", "--region", "16MiB");
        var benchmark = run.Json().GetProperty("Benchmarks")[0];
        var actual = benchmark.GetProperty("Measurements").EnumerateArray()
            .First(m => m.GetProperty("IterationStage").GetString() == "Actual");
        Assert.Equal(RegionPages, actual.GetProperty("Operations").GetInt64());
        double perPage = actual.GetProperty("Nanoseconds").GetDouble() / RegionPages;
        Assert.Equal(perPage, benchmark.GetProperty("Statistics").GetProperty("Mean").GetDouble(), perPage * 1e-6);
        Assert.Equal(1, benchmark.GetProperty("Bench").GetProperty("Measured").GetDouble(), 0.02);
    }

    [Fact]
    public void TheEnvironmentIsInEveryReport()
    {
        using var run = new SuiteRun("--filter", "*.PageFault.*Demand*", "--inProcess", "--job", "dry", "--region", "16MiB");
        string kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();
        foreach (string report in new[] { "-report-github.md", "-report.html", "-report.csv", "-report-full.json" })
            Assert.Contains(kernel, run.Report(report), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsLeftOutIsSaidInOutputAndReports()
    {
        using var run = new SuiteRun("--filter", "*.PageFault.*", "--inProcess", "--job", "dry", "--region", "16MiB", "--leave-settings");
        var leftOut = run.Json().GetProperty("Bench").GetProperty("LeftOut").EnumerateArray().ToArray();
        Assert.NotEmpty(leftOut);
        foreach (var row in leftOut)
        {
            string reason = row.GetProperty("Reason").GetString()!;
            Assert.NotEmpty(reason);
            Assert.Contains(reason, run.Output, StringComparison.Ordinal);
            Assert.Contains(reason, run.Report("-report-github.md"), StringComparison.Ordinal);
        }
    }
}
