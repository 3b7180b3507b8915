using Bench.Results.Input;
using Bench.Results.Metrics;
using Bench.Results.Read;

namespace Bench.Tests.Results;

/// <summary>
/// What the first release wrote means today what it meant then: its reports of two classes, and the baseline that it saved of them
/// (<c>baseline save</c> of its own build).
/// </summary>
public class FirstReleaseTests
{
    private static readonly string Folder = Path.Combine(Suite.Executable.RepositoryRoot(), "tests", "results", "first-release");

    [Fact]
    public void ItsReportsHoldTheTimesThatItRead()
    {
        using var reports = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(Folder, "*-report-full.json"))
            File.Copy(file, Path.Combine(reports.Path, Path.GetFileName(file)));
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, "baseline.json")), BaselineFile.Write(RunSource.Read(reports.Path)));
    }

    [Fact]
    public void OfEveryMetricThatItMeasured()
    {
        var row = RunSource.Read(Path.Combine(Folder, "Bench.Workloads.Syscall-report-full.json")).Rows
            .Single(row => row.Method == "Getppid");
        Assert.All(["wall", "cpu", "calls"], id => Assert.True(row.Launches[0].Times[id] > 0, id));
    }

    [Theory]
    [InlineData("tests/results/first-release/baseline.json")]
    [InlineData("results/reference/baseline.json")]
    public void ABaselineIsWrittenAsItWasRead(string path)
    {
        string file = Path.Combine(Suite.Executable.RepositoryRoot(), path);
        Assert.Equal(File.ReadAllText(file), BaselineFile.Write(RunSource.Read(file)));
    }
}
