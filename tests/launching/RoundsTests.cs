using System.Text.Json;
using Bench.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Launching;

/// <summary>A run in rounds as a user makes it: a process for each launch.</summary>
[Collection(SuiteProcesses.Name)]
public class RoundsTests
{
    [Fact(Explicit = true)]
    public void OneReportHoldsTheLaunchesOfAllRounds()
    {
        var artifacts = Directory.CreateTempSubdirectory("bench-rounds");
        try
        {
            var run = Executable.RunCommand("dotnet",
                [Executable.Dll, "--filter", "*FunctionCall.Static", "*FunctionCall.Instance", "*.PageFault.*Demand*", "--rounds", "2",
                    "--region", "16MiB",
                    "--iterationCount", "2", "--warmupCount", "1", "--iterationTime", "10", "--artifacts", artifacts.FullName],
                Executable.BenchmarksFolder);
            Assert.True(run.ExitCode == ExitCode.Ok, run.Output + run.Errors);
            Assert.Contains("4 cases, for 2 rounds", run.Output, StringComparison.Ordinal);
            Assert.Contains("[  8/8]", run.Output, StringComparison.Ordinal);

            foreach (var (type, iterations) in new[] { ("FunctionCall", 2), ("PageFault", 2) })
            {
                string json = File.ReadAllText(Path.Combine(artifacts.FullName, "results", $"Bench.Workloads.{type}-report-full.json"));
                var rows = JsonDocument.Parse(json).RootElement.GetProperty("Benchmarks").EnumerateArray().ToArray();
                Assert.Equal(2, rows.Length);
                foreach (var row in rows)
                {
                    var actual = row.GetProperty("Measurements").EnumerateArray().Where(m =>
                        m.GetProperty("IterationMode").GetString() == "Workload"
                            && m.GetProperty("IterationStage").GetString() == "Actual");
                    Assert.Equal([1, 1, 2, 2], actual.Select(m => m.GetProperty("LaunchIndex").GetInt32()));
                    // What each launch counted belongs to it, although another case was launched in between.
                    var launches = row.GetProperty("Bench").GetProperty("Launches").EnumerateArray().ToArray();
                    Assert.Equal(2, launches.Length);
                    Assert.All(launches, launch => Assert.Equal(iterations, launch.GetProperty("Iterations").GetArrayLength()));
                }
            }
        }
        finally
        {
            artifacts.Delete(true);
        }
    }
}
