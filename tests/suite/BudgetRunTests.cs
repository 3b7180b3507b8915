using Bench.Commands;
using Bench.Results;
using Bench.Results.Read;
using Bench.Tests.Results;
using Bench.Workloads;

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

    [Fact]
    public void ARunFitsItsBudgetSaysSoKeepsItAndCanBeFollowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "page faults are measured on Linux");
        string first = Path.Combine(folder.Path, "first"), second = Path.Combine(folder.Path, "second");
        // Not even the least fits a second of which the pilot takes a part: the run says so and goes on.
        var (code, output, errors) = Run("--budget", "1s", "--artifacts", first);
        Assert.True(code == ExitCode.Ok, errors);
        Assert.Contains("Budget 1 s: a region of 64 MiB, 8 of 12 iterations", output, StringComparison.Ordinal);
        AssertMeasured(first, "1 s: 64 MiB, 8/12 iterations");
        Assert.Contains("bench-budget/1", File.ReadAllText(Path.Combine(first, "budget.json")), StringComparison.Ordinal);

        Region.Resize(Region.DefaultBytes);
        (code, _, errors) = Run("--budget", first, "--artifacts", second);
        Assert.True(code == ExitCode.Ok, errors);
        AssertMeasured(second, "as another run: 64 MiB, its iterations");
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
        Assert.Equal(["--leave-settings", "--region", "512MiB", "--iterationCount", "20"], new LaunchBudget(["*Syscall.Getpid"], ["--budget", "1h", "--leave-settings"], 1, said.Add).Options());
        Assert.Contains("Budget 1 h", Assert.Single(said), StringComparison.Ordinal);
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
        string path = folder.Write("baseline.json", BaselineFile.Write(new Run("b", Units.Nanoseconds, [new("region", "Region", "128 MiB", Matters: true)],
            [new BenchmarkRow { FullName = "a", Type = "Syscall", Method = "Getpid", Title = "a", Launches = [new Launch { Median = 1, Spread = 0, Iterations = 7 }] }], [])));
        Assert.Equal(["--region", "128MiB", "--iterationCount", "7"], new LaunchBudget(["*Syscall.Getpid"], ["--budget", path], 1, said.Add).Options());
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("soon")]
    public void ABadBudgetOfLaunchesIsOneLine(string budget) =>
        Assert.StartsWith("--budget: ", Assert.Throws<ReadException>(() => new LaunchBudget([], ["--budget", budget], 1, said.Add).Options()).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatSelectsNothingIsTheLaunchesToSay() => Assert.Equal(["--verbose"], new LaunchBudget(["*NoSuch*"], ["--verbose"], 1, said.Add).Options());

    private static (int Code, string Output, string Errors) Run(params string[] options)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        int code = new RunSuite(output, errors).Run(["--filter", Rows, "--inProcess", .. options]);
        return (code, output.ToString(), errors.ToString());
    }

    private static void AssertMeasured(string artifacts, string budget)
    {
        var run = RunSource.Read(artifacts);
        Assert.Equal((budget, "64 MiB"), (Fact(run, "budget"), Fact(run, "region")));
        Assert.All(run.Rows, row => Assert.Equal(8, Assert.Single(row.Launches).Iterations));
    }

    private static string? Fact(Run run, string key) => run.Environment.FirstOrDefault(fact => fact.Key == key)?.Value;
}
