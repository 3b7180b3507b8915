using System.Text.Json;
using Bench.Commands;
using Bench.Interop;
using Bench.Machine;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Tests.Results;
using Bench.Workloads.Faults;

namespace Bench.Tests.Suite;

/// <summary>A run that chooses how much it measures, the run that follows it, and what verbs hand to the launches they make.</summary>
[Collection("system settings")]
public sealed class BudgetRunTests : IDisposable
{
    private const string Rows = "*PageFault*Demand*sequential*";
    private readonly TemporaryFolder folder = new();
    private readonly IDisposable region = Region.Resized(Region.DefaultBytes);
    private readonly List<string> said = [];

    public void Dispose()
    {
        region.Dispose();
        folder.Dispose();
    }

    [Fact(Explicit = true)]
    public void ARunFitsItsBudgetSaysSoKeepsItAndCanBeFollowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "page faults are measured on Linux");
        string first = Path.Combine(folder.Path, "first"), second = Path.Combine(folder.Path, "second");
        // How much fits a second is the machine's matter; what was chosen is what is said, kept and measured.
        var (code, output, errors) = Run("--budget", "1s", "--artifacts", first);
        Assert.True(code == ExitCode.Ok, errors);
        var (size, iterations) = Kept(first);
        Assert.Contains($"Budget 1 s: a region of {size}, ", output, StringComparison.Ordinal);
        AssertMeasured(first, $"1 s: {size}, ", size, iterations);

        Region.Resize(Region.DefaultBytes);
        (code, _, errors) = Run("--budget", first, "--artifacts", second);
        Assert.True(code == ExitCode.Ok, errors);
        AssertMeasured(second, $"as another run: {size}, its iterations", size, iterations);
        Assert.False(File.Exists(Path.Combine(second, "budget.json")));
    }

    [Fact]
    public void WhoeverSaysHowMuchIsMeasuredHasNoBudget()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "page faults are measured on Linux");
        var (code, output, errors) = Run("--budget", "1h", "--region", "4MiB", "--iterationCount", "1", "--artifacts", folder.Path);
        Assert.True(code == ExitCode.Ok, errors);
        Assert.Contains("No budget: --region says how much is measured.", output, StringComparison.Ordinal);
        Assert.Equal("none", Fact(RunSource.Read(folder.Path), "budget"));
    }

    [Theory]
    [InlineData("--region", "4MiB")]
    [InlineData("--iterationCount", "3")]
    [InlineData("--launchCount", "3")]
    [InlineData("--job", "dry")]
    [InlineData("--job=Default")]
    [InlineData("--budget", "none")]
    public void SoHaveLaunches(params string[] options)
    {
        string[] handed = options[0] == "--budget" ? [] : options;
        Assert.Equal(handed, new LaunchBudget([Rows], options, 1, said.Add).Options());
        Assert.Empty(said);
    }

    [Fact]
    public void LaunchesAreToldRegionAndIterationsAndNoBudget()
    {
        Assert.Equal(["--leave-settings", "--region", "512MiB", "--iterationCount", "20"],
            new LaunchBudget(["*Syscall.Getpid"], ["--budget", "1h", "--leave-settings"], 1, said.Add).Options());
        // Another line tells of a run that has to be waited for.
        Assert.Single(said, line => line.StartsWith("Budget 1 h", StringComparison.Ordinal));
    }

    [Fact]
    public void ClassesThatHaveAllOfTheirOwnIterationsAreNotToldOthers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "page faults are measured on Linux");
        string[] options = new LaunchBudget(["*Syscall.Getpid", Rows], ["--budget=1h"], 1, said.Add).Options();
        Assert.Equal("--region", options[0]);
        Assert.Equal(2, options.Length);
    }

    [Fact]
    public void LaunchesCanFollowARun()
    {
        string path = folder.Write("baseline.json",
            BaselineFile.Write(new Run("b", Units.Nanoseconds, [new("region", "Region", "128 MiB", Matters: true)],
            [new BenchmarkRow
            {
                FullName = "a",
                Type = "Syscall",
                Method = "Getpid",
                Title = "a",
                Launches = [new Launch { Spread = 0, Iterations = 7 }.With(Launch.Wall, 1)]
            }], [])));
        Assert.Equal(["--region", "128MiB", "--iterationCount", "7"],
            new LaunchBudget(["*Syscall.Getpid"], ["--budget", path], 1, said.Add).Options());
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("soon")]
    public void ABadBudgetOfLaunchesIsOneLine(string budget) =>
        Assert.StartsWith("--budget: ",
            Assert.Throws<ReadException>(() => new LaunchBudget([], ["--budget", budget], 1, said.Add).Options()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void WhatSelectsNothingIsTheLaunchesToSay() =>
        Assert.Equal(["--verbose"], new LaunchBudget(["*NoSuch*"], ["--verbose"], 1, said.Add).Options());

    private static (int Code, string Output, string Errors) Run(params string[] options)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        int code = new RunSuite(output, errors).Run(["--filter", Rows, "--inProcess", .. options]);
        return (code, output.ToString(), errors.ToString());
    }

    private static (string Region, int Iterations) Kept(string artifacts)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(artifacts, "budget.json")));
        Assert.Equal("bench-budget/1", document.RootElement.GetProperty("Format").GetString());
        var choice = Assert.Single(document.RootElement.GetProperty("Choices").EnumerateArray());
        return (ByteSize.Describe(choice.GetProperty("RegionBytes").GetInt64()), choice.GetProperty("Iterations").GetInt32());
    }

    private static void AssertMeasured(string artifacts, string budget, string region, int iterations)
    {
        var run = RunSource.Read(artifacts);
        Assert.StartsWith(budget, Fact(run, "budget"), StringComparison.Ordinal);
        Assert.Equal(region, Fact(run, "region"));
        Assert.All(run.Rows, row => Assert.Equal(iterations, Assert.Single(row.Launches).Iterations));
    }

    private static string? Fact(Run run, string key) => run.Environment.FirstOrDefault(fact => fact.Key == key)?.Value;
}
