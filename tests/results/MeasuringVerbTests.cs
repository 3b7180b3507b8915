using System.Diagnostics;
using Bench.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Results;

/// <summary>Verbs that measure, as a user runs them, and what they leave behind.</summary>
[Collection(SuiteProcesses.Name)]
public sealed class MeasuringVerbTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnInterruptedAbStopsItsCopiesAndCleansUp()
    {
        Signals.SkipWhereIgnored(Signals.Interrupt);
        string copy = Path.GetDirectoryName(typeof(Bench.Commands.CompareCommand).Assembly.Location)!;
        using var process =
            Process.Start(
                new ProcessStartInfo("dotnet",
                    [Path.Combine(copy, "Benchmarks.dll"), "ab", "--base", copy, "--head", copy, "--filter", "*Syscall.FunctionCall",
                        "--rounds", "50"])
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                    Environment = { ["TMPDIR"] = folder.Path },
                })!;
        while (!ProcessesOfFolder.Measure(folder.Path))
        {
            Assert.False(process.HasExited, "it launches nothing");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Settings.Holder.Kill("INT", $"{process.Id}");
        Assert.True(process.WaitForExit(Patience), "does not end");
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("interrupted", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetDirectories(folder.Path, "bench-*"));
        Assert.Empty(ProcessesOfFolder.Running(folder.Path));
    }

    [Fact(Explicit = true)]
    public void ARunOfTheSuiteLeavesItsPageAndComparesWithItself()
    {
        string artifacts = Path.Combine(folder.Path, "artifacts");
        var (code, output, _) =
            Run("--filter", "*FunctionCall.Static", "*FunctionCall.Delegate", "--job", "short", "--inProcess", "--artifacts", artifacts);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("Page: ", output);
        Assert.Contains("<figure class=\"figure1\">", File.ReadAllText(Path.Combine(artifacts, "results", "report.html")));
        Assert.All(Directory.GetFiles(Path.Combine(artifacts, "results"), "*.html"),
            page => Assert.Contains("Content-Security-Policy", File.ReadAllText(page)));
        // One launch each: nothing is known of the next one, and saying "same" would be a guess.
        Assert.Equal(ExitCode.Inconclusive, Run("gate", "--baseline", artifacts, artifacts).Code);
    }

    [Fact(Explicit = true)]
    public void GateMeasuresASuspiciousRowAgainWithTheBuildThatMeasuredIt()
    {
        string artifacts = Path.Combine(folder.Path, "artifacts");
        Assert.Equal(ExitCode.Ok,
            Run("--filter", "*FunctionCall.Static", "--iterationCount", "5", "--inProcess", "--artifacts", artifacts).Code);
        var run = Bench.Results.Input.RunSource.Read(artifacts);
        string baseline = Path.Combine(folder.Path, "baseline.json");
        void Save(Bench.Results.Data.Run old) => File.WriteAllText(baseline, Bench.Results.Read.BaselineFile.Write(old));
        // As if the same call had once cost a tenth: every fresh measurement must find it slower.
        Save(run with
        {
            Rows = [.. run.Rows.Select(row => row with
            {
                Noise = new Bench.Results.Data.Noise(10, 0.01, 0.03),
                Launches = [.. ((double[])[9.9, 10, 10.1]).Select(by => row.Launches[0] is var launch
                    ? launch.With("wall", launch.Median / by).With("cpu", launch.CpuMedian / by).With("calls", launch.InCalls / by)
                        .With("quiet", launch.Quiet / by) : null!)],
            })],
        });
        var (code, output, error) = Run("gate", "--baseline", baseline, artifacts, "--repeat", "3");
        Assert.Equal(ExitCode.Regression, code);
        Assert.Contains("measuring again in 3 launches", error);
        Assert.Contains("measured again", output);
        Assert.DoesNotContain("measured again", Run("gate", "--baseline", baseline, artifacts, "--repeat", "0").Output);

        string report = Directory.GetFiles(artifacts, "*-report-full.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(report, File.ReadAllText(report).Replace(Bench.Machine.Facts.BuildFact.Id, "another"));
        Assert.Contains("not measured again: the new run is of another build", Run("gate", "--baseline", baseline, artifacts).Output);
    }

    private (int Code, string Output, string Error) Run(params string[] arguments) => VerbProcess.Run(folder.Path, arguments);
}
