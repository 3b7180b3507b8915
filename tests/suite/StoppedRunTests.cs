using System.Diagnostics;
using System.Globalization;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Tests.Results;
using Bench.Tests.Settings;

namespace Bench.Tests.Suite;

/// <summary>What a run measured until it is stopped is reported, and measured no second time.</summary>
[Collection(SuiteProcesses.Name)]
public class StoppedRunTests
{
    private const int Rows = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string[] Options = ["--filter", "*FunctionCall.*", "--inProcess", "--leave-settings", "--iterationTime", "20",
        "--iterationCount", "5"];

    [Fact(Explicit = true)]
    public void StoppedItReportsAndResumedItGoesOn()
    {
        using var folder = new Results.TemporaryFolder();
        var (status, output) = StopAfterTwoRows(folder.Path, "TERM");
        Assert.Equal(128 + 15, status);
        Assert.Contains("it was stopped by SIGTERM", output, StringComparison.Ordinal);
        var stopped = RunSource.Read(folder.Path);
        Assert.InRange(stopped.Rows.Count, 2, Rows - 1);
        Assert.Equal(Rows, stopped.Rows.Count + stopped.LeftOut.Count(row => row.Reason.Contains("SIGTERM", StringComparison.Ordinal)));
        Assert.Contains("SIGTERM", File.ReadAllText(Path.Combine(folder.Path, "results", "report.html")), StringComparison.Ordinal);

        var other = Executable.Run([.. Options[..^1], "6", "--resume", "--artifacts", folder.Path]);
        Assert.Equal(ExitCode.BadUsage, other.ExitCode);
        Assert.Contains("the options: ", Assert.Single(other.Errors.Trim().Split('\n')), StringComparison.Ordinal);

        var resumed = Executable.Run([.. Options, "--resume", "--artifacts", folder.Path]);
        Assert.True(resumed.ExitCode == ExitCode.Ok, resumed.Output + resumed.Errors);
        Assert.Contains($"launches measured already: {stopped.Rows.Count} of {Rows}.", resumed.Output, StringComparison.Ordinal);
        var whole = RunSource.Read(folder.Path);
        Assert.Equal(Rows, whole.Rows.Count);
        foreach (var row in stopped.Rows)
        {
            var again = whole.Rows.Single(other => other.FullName == row.FullName);
            Assert.Equal(row.Launches[0].Values, again.Launches[0].Values);
            Assert.Equal((row.Launches[0].CpuMedian, row.Launches[0].QuickestCall, row.Measured),
                (again.Launches[0].CpuMedian, again.Launches[0].QuickestCall, again.Measured));
        }
        string markdown = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "results"), "*.md")));
        Assert.Equal(Rows, markdown.Split('\n').Count(line => line.StartsWith('|')) - 2);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.journal"));
    }

    [Fact(Explicit = true)]
    public void ResumedAndKilledAndResumedItHasAllThatWasEverMeasured()
    {
        using var folder = new Results.TemporaryFolder();
        StopAfterTwoRows(folder.Path, "TERM");
        int stopped = RunSource.Read(folder.Path).Rows.Count;
        Assert.Equal(128 + 9, Stop(folder.Path, "KILL", $"[  1/{Rows}]", "--resume").Status);
        var whole = Executable.Run([.. Options, "--resume", "--artifacts", folder.Path]);
        Assert.True(whole.ExitCode == ExitCode.Ok, whole.Output + whole.Errors);
        string goesOn =
            Assert.Single(whole.Output.Split('\n'), line => line.Contains("launches measured already: ", StringComparison.Ordinal));
        Assert.InRange(int.Parse(goesOn.Split(": ")[^1].Split(' ')[0], CultureInfo.InvariantCulture), stopped, Rows);
        Assert.Equal(Rows, RunSource.Read(folder.Path).Rows.Count);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.journal"));
    }

    [Fact(Explicit = true)]
    public void KilledItIsReportedByTheNextStart()
    {
        using var folder = new Results.TemporaryFolder();
        Assert.Equal(128 + 9, StopAfterTwoRows(folder.Path, "KILL").Status);
        var next = Executable.Run("--filter", "*FunctionCall.Static", "--inProcess", "--job", "dry", "--artifacts", folder.Path);
        Assert.Equal(ExitCode.Ok, next.ExitCode);
        string recovered = Assert.Single(Directory.GetDirectories(folder.Path, "interrupted-*"));
        Assert.Contains($"rows in {recovered}",
            Assert.Single(next.Output.Split('\n'), line => line.Contains("interrupted-", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.InRange(RunSource.Read(recovered).Rows.Count, 2, Rows);
        Assert.Single(RunSource.Read(folder.Path).Rows);
    }

    [Fact(Explicit = true)]
    public void ReportReadsAKilledRun()
    {
        using var folder = new Results.TemporaryFolder();
        StopAfterTwoRows(folder.Path, "KILL");
        string page = Path.Combine(folder.Path, "page.html");
        var report = Executable.Run("report", folder.Path, "-o", page);
        Assert.True(report.ExitCode == ExitCode.Ok, report.Errors);
        Assert.Contains("the run stopped before it was measured", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task AMeasuringProcessThatDiesCostsItsRowAlone()
    {
        using var folder = new Results.TemporaryFolder();
        using var run = Executable.Start("dotnet",
            [Executable.Dll, "--filter", "*FunctionCall.Static", "*FunctionCall.Instance", "--leave-settings", "--iterationCount", "30",
                "--artifacts", folder.Path], folder.Path);
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        int child = MeasuringProcess.WaitFor(run, Patience);
        Holder.Kill("KILL", $"{child}");
        string said = await output + await errors;
        Assert.True(run.WaitForExit(Patience));
        Assert.True(run.ExitCode == ExitCode.RunFailed, said);
        Assert.Contains("its process was ended by SIGKILL", said, StringComparison.Ordinal);
        var read = RunSource.Read(folder.Path);
        Assert.Single(read.Rows);
        Assert.Contains("SIGKILL", Assert.Single(read.LeftOut).Reason, StringComparison.Ordinal);
        Assert.Contains("SIGKILL", File.ReadAllText(Path.Combine(folder.Path, "results", "report.html")), StringComparison.Ordinal);
    }

    private static (int Status, string Output) StopAfterTwoRows(string artifacts, string signal) =>
        Stop(artifacts, signal, $"[  2/{Rows}]");

    private static (int Status, string Output) Stop(string artifacts, string signal, string said, params string[] more)
    {
        using var run = Executable.Start("dotnet", [Executable.Dll, .. Options, .. more, "--artifacts", artifacts], artifacts);
        var lines = new List<string>();
        for (string? line; (line = run.StandardOutput.ReadLine()) is not null;)
        {
            lines.Add(line);
            if (line.Contains(said, StringComparison.Ordinal))
                Holder.Kill(signal, $"{run.Id}");
        }
        Assert.True(run.WaitForExit(Patience));
        return (run.ExitCode, string.Join('\n', lines));
    }
}
