using Bench.Measuring;
using Bench.Selecting;
using Bench.Workloads;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Bench.Tests.Suite;

/// <summary>Operations per invocation come from the parameters in every toolchain; the default one is run by .ci/run.</summary>
[Collection("system settings")]
public class ToolchainTests
{
    public static TheoryData<string> Toolchains => ["emit", "no emit"];

    [Theory, MemberData(nameof(Toolchains))]
    public void AnOperationIsAPage(string name)
    {
        var toolchain = name == "emit" ? InProcessEmitToolchain.Instance : InProcessNoEmitToolchain.Instance;
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Dry.WithToolchain(toolchain))
            .AddLogger(NullLogger.Instance)
            .AddFilter(new NameFilter(_ => true),
                new SimpleFilter(
                    item => CaseInstance.Of(item) is PageFault { Exists: true, Mechanism.Name: "Demand", Order.Name: "random" }))
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.GetTempPath());
        using var spool = CountSpool.Create();
        using var region = Region.Resized(16 << 20);

        var report = BenchmarkRunner.Run(SelectedCases.Of([typeof(PageFault)], config)).Single().Reports.Single();

        Assert.True(report.Success);
        Assert.All(report.AllMeasurements, measurement => Assert.Equal(Region.Pages, measurement.Operations));
        var counts =
            Assert.Single(
                spool.Take(report.BenchmarkCase.Descriptor.Type.Namespace + ".PageFault.Touch(Mechanism: Demand, Pages: 1, Order: random)",
                    out string? broken));
        Assert.Null(broken);
        var iteration = Assert.Single(counts.Iterations);
        Assert.Equal(Region.Pages, iteration.Operations);
        Assert.True(iteration.CallNanoseconds > 0);
    }
}
