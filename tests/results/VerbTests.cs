using System.Diagnostics;
using System.Text.Json.Nodes;
using Bench.Results;

namespace Bench.Tests.Results;

/// <summary>The verbs as a user runs them: a process, its exit code and what it leaves behind.</summary>
public class VerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("github-action-benchmark")]
    [InlineData("bencher")]
    public void CompareWritesEveryFormat(string format)
    {
        var (code, output, error) = Run("compare", Report("base", 1), Report("head", 2), "--format", format);
        Assert.Equal((ExitCode.Ok, ""), (code, error));
        switch (format)
        {
            case "markdown":
                Assert.Contains("| Getpid |", output);
                Assert.Contains("geometric mean of 4", output);
                break;
            case "html":
                Assert.StartsWith("<!DOCTYPE html>", output);
                break;
            case "json":
                Assert.Equal(33, JsonNode.Parse(output)!["Benchmarks"]!.AsArray().Count);
                break;
            case "github-action-benchmark":
                Assert.Equal("ns", (string?)JsonNode.Parse(output)![0]!["unit"]);
                Assert.InRange((double)JsonNode.Parse(output)![3]!["value"]!, 140, 160);
                break;
            default:
                Assert.InRange((double)JsonNode.Parse(output)!["Bench.Workloads.Syscall.Getpid"]!["latency"]!["value"]!, 140, 160);
                break;
        }
    }

    [Theory]
    [InlineData("nowhere/answer.md", "there is no folder")]
    [InlineData("/proc/answer.md", "/proc/answer.md")]
    public void WhatCannotBeWrittenIsNamedAsItWasAskedFor(string file, string reason)
    {
        string path = Path.Combine(folder.Path, file);
        var (code, output, error) = Run("compare", Report("base", 1), Report("head", 2), "-o", path);
        Assert.Equal((ExitCode.BadUsage, ""), (code, output));
        Assert.Contains(path, error);
        Assert.Contains(reason, Assert.Single(error.Trim().Split('\n')));
        Assert.DoesNotContain(".tmp", error);
    }

    [Fact]
    public void CompareLaysManyRunsSideBySide()
    {
        string[] runs = [Report("a", 1), Report("b", 2, kernel: "6.19"), Report("c", 3)];
        var (code, output, error) = Run(["compare", .. runs, "--normalise", "c"]);
        Assert.Equal((ExitCode.Ok, ""), (code, error));
        Assert.Contains("3 runs side by side, as multiples of c", output);
        Assert.Contains("| **Kernel** | 6.18 | 6.18 | 6.19 |", output);
        Assert.Equal(ExitCode.BadUsage, Run(["compare", .. runs, "--format", "bencher"]).Code);
        Assert.Equal(ExitCode.BadUsage, Run(["compare", .. runs, "--normalise", "d"]).Code);
    }

    [Fact]
    public void AdviceIsForThisMachineUnlessAskedOtherwise()
    {
        string report = Report("a", 1);
        var (code, output, error) = Run("advise", report);
        Assert.Equal((ExitCode.NotComparable, ""), (code, output));
        Assert.Contains("is of another machine: Kernel is 6.18 there", error);
        Assert.Single(error.Trim().Split('\n'));
        (code, output, error) = Run("advise", report, "--elsewhere", "--density", "100%");
        Assert.Equal((ExitCode.Ok, ""), (code, error));
        Assert.Contains("use LargeFolio", output);
        (code, _, error) = Run("advise", report, Report("b", 2, kernel: "6.19"), "--elsewhere");
        Assert.Equal(ExitCode.NotComparable, code);
        Assert.Contains("is of another machine than", error);
        string calls =
            folder.Write("calls-report-full.json", Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", [150.0, 151])).ToJsonString());
        Assert.Equal(ExitCode.NotComparable, Run("advise", calls).Code);
        (code, _, error) = Run("advise", calls, "--elsewhere");
        Assert.Equal(ExitCode.Inconclusive, code);
        Assert.Contains("--filter '*PageFault*'", error);
    }

    [Fact]
    public void GateSaysItWithItsExitCode()
    {
        string baseline = Path.Combine(folder.Path, "baseline.json");
        Assert.Equal(ExitCode.Ok, Run("baseline", "save", Report("base", 1, 6), "-o", baseline).Code);
        Assert.Equal(ExitCode.Ok, Run("gate", "--baseline", baseline, Report("same", 2, 6), "--threshold", "10%").Code);
        Assert.Equal(ExitCode.Inconclusive, Run("gate", "--baseline", baseline, Report("same", 2, 6), "--threshold", "0.01%").Code);
        Assert.Equal(ExitCode.Regression, Run("gate", "--baseline", baseline, Report("slow", 2, 6, slower: 1.3)).Code);
        Assert.Equal(ExitCode.NotComparable, Run("gate", "--baseline", baseline, Report("kernel", 2, 6, kernel: "6.19")).Code);
        Assert.Equal(ExitCode.Ok,
            Run("gate", "--baseline", baseline, Report("kernel", 2, 6, kernel: "6.19"), "--allow-environment-change", "--threshold",
                "10%").Code);
    }

    [Theory]
    [InlineData("compare /nonexistent /nonexistent")]
    [InlineData("compare")]
    [InlineData("gate /nonexistent")]
    [InlineData("gate --baseline /nonexistent /nonexistent --threshold nonsense")]
    [InlineData("gate --baseline /nonexistent /nonexistent --repeat 2")]
    [InlineData("compare a b --format nonsense")]
    [InlineData("compare a")]
    [InlineData("advise /nonexistent")]
    [InlineData("advise --density 0")]
    [InlineData("advise --density 120%")]
    [InlineData("advise --order backwards")]
    [InlineData("advise --memory 0.5x")]
    [InlineData("advise --format html")]
    [InlineData("compare a b --normalise")]
    [InlineData("report /nonexistent")]
    [InlineData("baseline save /nonexistent -o /nonexistent/b.json")]
    [InlineData("ab --base . --head . --rounds 0")]
    [InlineData("calibrate --rounds 2")]
    public void BadUsageAndBadInputAreOneLineAndExitTwo(string arguments)
    {
        var (code, _, error) = Run(arguments.Split(' '));
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void AFailedWriteLeavesTheOldFileAndNoHalfOfANewOne()
    {
        string old = folder.Write("out/report.html", "old");
        var (code, _, _) = Run("report", folder.Write("broken-report-full.json", "{\"HostEnv"), "-o", old);
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Equal("old", File.ReadAllText(old));
        Assert.Equal(ExitCode.Ok, Run("report", Report("base", 1), "-o", old, "--figures", Path.Combine(folder.Path, "out")).Code);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(old));
        Assert.Equal(["figure1-calls.svg", "figure2-pages.svg", "figure3-batches.svg", "figure4-break-even.svg", "report.html"],
            Directory.GetFiles(Path.Combine(folder.Path, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>Where neither can be said, the exit status still says it.</summary>
    [Theory]
    [InlineData("compare a-report-full.json a-report-full.json > /dev/full 2> /dev/full", ExitCode.BadUsage)]
    [InlineData("compare a-report-full.json nowhere 2> /dev/full", ExitCode.BadUsage)]
    [InlineData("compare a-report-full.json a-report-full.json | true; exit ${PIPESTATUS[0]}", ExitCode.Ok)]
    public void AnOutputThatTakesNothingIsNoCrash(string arguments, int code)
    {
        Report("a", 1);
        using var shell =
            Process.Start(
                new ProcessStartInfo("bash", ["-c", $"dotnet '{typeof(Bench.Commands.CompareCommand).Assembly.Location}' {arguments}"])
                {
                    WorkingDirectory = folder.Path
                })!;
        shell.WaitForExit();
        Assert.Equal(code, shell.ExitCode);
    }

    [Fact]
    public void AbNamesTheCopyThatIsNotThere()
    {
        var (code, _, error) = Run("ab", "--base", folder.Path, "--head", folder.Path);
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains($"{folder.Path}: no program with BenchmarkDotNet.dll there", error);
    }

    private string Report(string name, int seed, int launches = 3, string kernel = "6.18", double slower = 1)
    {
        var report = Sample.Whole(seed, launches, kernel);
        foreach (var m in report["Benchmarks"]!.AsArray().Single(b => (string?)b!["Method"] == "Getpid")!["Measurements"]!.AsArray())
            m!["Nanoseconds"] = (double)m["Nanoseconds"]! * slower;
        return folder.Write($"{name}-report-full.json", report.ToJsonString());
    }

    private (int Code, string Output, string Error) Run(params string[] arguments) => VerbProcess.Run(folder.Path, arguments);
}
