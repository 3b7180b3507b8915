using Bench.Measuring;
using Bench.Planning;
using Bench.Results.Data;
using Bench.Results.Read;
using Bench.Tests.Results;
using Bench.Workloads;

namespace Bench.Tests.Planning;

public sealed class PlanOfRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("256 MiB", 256L << 20)]
    [InlineData("64MiB", 64L << 20)]
    [InlineData("1.5 GiB", 1536L << 20)]
    public void ABaselineSaysRegionAndIterationsOfEachClass(string region, long bytes)
    {
        var plan = PlanOfRun.Read(Baseline(region));
        Assert.Equal(bytes, plan.RegionBytes);
        Assert.Equal(new Effort(12, 10), plan.EffortOf(typeof(PageFault)));
        Assert.Equal(new Effort(12, 17), plan.EffortOf(typeof(Syscall)));
        Assert.Equal(Effort.Full, plan.EffortOf(typeof(WarmAccess)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    [InlineData("0 bytes")]
    [InlineData("100 bytes")]
    [InlineData("-1 GiB")]
    public void ARunThatSaysNoneIsRefusedInOneLine(string? region)
    {
        string path = Baseline(region);
        var refused = Assert.Throws<ReadException>(() => PlanOfRun.Read(path));
        Assert.StartsWith($"{path}: does not say what region", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoFileKeepsAMachineBusyForYears() =>
        Assert.Equal(new Effort(12, 1000), PlanOfRun.Read(Baseline("64 MiB", calls: int.MaxValue)).EffortOf(typeof(Syscall)));

    private string Baseline(string? region, int calls = 17)
    {
        Launch Of(int iterations) => new Launch { Spread = 0.01, Iterations = iterations }.With(Launch.Wall, 100);
        EnvironmentFact[] facts = region is null ? [] : [new("region", "Region", region, Matters: true)];
        return folder.Write("baseline.json", BaselineFile.Write(new Run("baseline", Units.Nanoseconds, facts,
        [
            new BenchmarkRow { FullName = "a", Type = "PageFault", Method = "Touch", Title = "Touch", Launches = [Of(9), Of(10)] },
            new BenchmarkRow { FullName = "b", Type = "Syscall", Method = "Getpid", Title = "Getpid", Launches = [Of(calls)] },
        ], [])));
    }
}
