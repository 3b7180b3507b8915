using Bench.Measuring;
using BenchmarkDotNet.Engines;

namespace Bench.Tests.Measuring;

/// <summary>The engine finds the benchmark object behind what BenchmarkDotNet measures, or measures nothing.</summary>
public class FindWorkloadTests
{
    [Fact]
    public void WhereItIsNotFoundNothingIsMeasured()
    {
        var parameters = new EngineParameters { BenchmarkName = "Row", WorkloadActionNoUnroll = new Wrapper(static _ => { }).Run };
        Assert.StartsWith("Row: ",
            Assert.Throws<InvalidOperationException>(() => new CountingEngineFactory().CreateReadyToRun(parameters)).Message);
    }

    private sealed class Wrapper(Action<long> inner)
    {
        public void Run(long count) => inner(count);
    }
}
