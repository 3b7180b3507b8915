using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Tests.LibcLayer;

[Trait("Depends", "machine")]
public unsafe class FaultCounterTests
{
    private const int Pages = 512;
    private const int Tries = 5;

    [Fact]
    public void PerfCountsOneTrapAPage()
    {
        using var counter = FaultCounter.Open();
        Assert.SkipWhen(counter.WhyNotPerf is not null, counter.WhyNotPerf ?? "");
        Assert.Equal(Pages, FewestFaults(counter, Touch));
    }

    [Fact]
    public void GetrusageCountsOneFaultAPage()
    {
        using var counter = FaultCounter.OpenFallback();
        Assert.False(counter.CountsTrapsOnly);
        Assert.Equal(Pages, FewestFaults(counter, Touch));
    }

    [Fact]
    public void PopulateIsSeenByGetrusageOnly()
    {
        using var perf = FaultCounter.Open();
        Assert.SkipWhen(perf.WhyNotPerf is not null, perf.WhyNotPerf ?? "");
        string? reason = new Populate().WhyNot(1, leaveSettings: true);
        Assert.SkipWhen(reason is not null, reason ?? "");
        using var usage = FaultCounter.OpenFallback();
        Assert.Equal(0, FewestFaults(perf, PopulateAll));
        Assert.Equal(Pages, FewestFaults(usage, PopulateAll));
    }

    private static void PopulateAll()
    {
        using var mapping = Mapping.Anonymous(Pages);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        mapping.Advise(Mman.MADV_POPULATE_WRITE);
    }

    private static void Touch()
    {
        using var mapping = Mapping.Anonymous(Pages);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        for (int page = 0; page < Pages; page++)
            mapping.Address[page * PageSize.Bytes] = 1;
    }

    // The runtime may fault for itself (new code, a moved page of it), which only ever adds.
    private static long FewestFaults(FaultCounter counter, Action action) => Enumerable.Range(0, Tries).Min(_ =>
    {
        long before = counter.Read();
        action();
        return counter.Read() - before;
    });
}
