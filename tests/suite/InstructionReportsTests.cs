using System.Text.Json;
using Bench.Commands;
using Bench.Measuring;
using Bench.Record;
using Bench.Results.Data;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Bench.Tests.Suite;

/// <summary>Every report of a run whose clock counts instructions, as the exact guest's does.</summary>
[Collection("system settings")]
public class InstructionReportsTests
{
    [Fact]
    public void TheUnitIsInstructionsEverywhere()
    {
        var artifacts = Directory.CreateTempSubdirectory("bench-artifacts");
        try
        {
            string[] args = ["--filter", "*.Syscall.FunctionCall", "*.Syscall.Getpid", "--inProcess", "--job", "dry", "--artifacts",
                artifacts.FullName];
            var parsed = BenchmarkDotNetOptions.Parse(args, ManualConfig.CreateEmpty(), out _)!;
            var record = new RunRecord([], Units.Instructions);
            using var spool = CountSpool.Create();
            var summary =
                BenchmarkRunner.Run(
                    new Selection(parsed, leaveSettings: true).Runs(SuiteConfig.Create(record, spool, verbose: false), record)).Single();

            string Report(string suffix) => File.ReadAllText(Directory.GetFiles(summary.ResultsDirectoryPath, "*" + suffix).Single());
            foreach (string suffix in (string[])["-report-github.md", "-report.html", "-report.csv"])
            {
                Assert.Contains("Mean [instructions]", Report(suffix), StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\bns\b|[0-9] [μmu]?s\b", Report(suffix));
            }
            Assert.Contains("no TLB misses", Report("-report-github.md"), StringComparison.Ordinal);
            Assert.Equal("instructions",
                JsonDocument.Parse(Report("-report-full.json")).RootElement.GetProperty("Bench").GetProperty("Unit").GetString());
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }
}
