using Bench.Measuring;
using Bench.Record;
using Bench.Reporting;
using Bench.Selecting;
using Bench.Workloads;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Bench.Tests.Suite;

/// <summary>
/// Rows of workers through BenchmarkDotNet, also where one processor leaves them out of a run: what they count is the workers'.
/// </summary>
[Collection("system settings")]
public class CrewRowsTests
{
    // Of one cold iteration: code and stack that workers need for the first time.
    private const int ColdFaults = 64;

    [Theory]
    [InlineData(typeof(Scaling))]
    [InlineData(typeof(Contention))]
    public void EveryRowCountsItsWorkersFaults(Type type)
    {
        using var spool = CountSpool.Create();
        var record = new RunRecord([]);
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Dry.WithToolchain(InProcessNoEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddFilter(
                new SimpleFilter(
                    item => CaseInstance.Of(item) is Scaling { Workers: 2 } or Contention && Runs((ISelectsCases)CaseInstance.Of(item))))
            .AddDiagnoser(new CountDiagnoser(spool, record))
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.GetTempPath());
        using var region = Region.Resized(16 << 20);

        var reports = BenchmarkRunner.Run(SelectedCases.Of([type], config)).Single().Reports;

        Assert.NotEmpty(reports);
        foreach (var report in reports)
        {
            Assert.True(report.Success, report.BenchmarkCase.DisplayInfo);
            var counts = record.CountsOf(report.BenchmarkCase)!;
            var iteration = Assert.Single(counts.Iterations);
            Assert.EndsWith("of all workers", counts.Counter, StringComparison.Ordinal);
            Assert.Equal(Region.Pages, iteration.Operations);
            Assert.Equal(counts.PromisedFaults!.Value * Region.Pages, iteration.Faults, Region.Pages * 0.02 + ColdFaults);
            Assert.True(iteration.CpuNanoseconds > 0);
            Assert.Null(iteration.CallNanoseconds);
        }
    }

    // Settings stay as they are: without the guard nobody would put them back.
    private static bool Runs(ISelectsCases item) => item.Exists && item.WhyNot(leaveSettings: true) is null;
}
