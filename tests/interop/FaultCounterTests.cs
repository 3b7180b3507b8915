using Bench.Interop.Memory;
using Bench.Interop.Perf;

namespace Bench.Tests.LibcLayer;

public unsafe class FaultCounterTests
{
    private const int Pages = 512;

    [Fact]
    public void PerfCountsOneTrapAPage()
    {
        using var counter = FaultCounter.Open();
        Assert.SkipWhen(counter.WhyNotPerf is not null, counter.WhyNotPerf ?? "");
        Assert.Equal(Pages, FaultsOfTouching(counter));
    }

    [Fact]
    public void GetrusageCountsOneFaultAPage()
    {
        using var counter = FaultCounter.OpenFallback();
        Assert.False(counter.CountsTrapsOnly);
        Assert.Equal(Pages, FaultsOfTouching(counter));
    }

    [Fact]
    public void PopulateIsSeenByGetrusageOnly()
    {
        using var perf = FaultCounter.Open();
        Assert.SkipWhen(perf.WhyNotPerf is not null, perf.WhyNotPerf ?? "");
        using var usage = FaultCounter.OpenFallback();
        Populate();
        long traps = perf.Read();
        long all = usage.Read();
        Populate();
        Assert.Equal(Pages, usage.Read() - all);
        Assert.Equal(0, perf.Read() - traps);
    }

    private static void Populate()
    {
        using var mapping = Mapping.Anonymous(Pages);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        mapping.Advise(Mman.MADV_POPULATE_WRITE);
    }

    private static long FaultsOfTouching(FaultCounter counter)
    {
        Touch(counter);
        return Touch(counter);
    }

    // Called once before it counts, so that code and stack are resident.
    private static long Touch(FaultCounter counter)
    {
        using var mapping = Mapping.Anonymous(Pages);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        byte* address = mapping.Address;
        int size = PageSize.Bytes;
        long before = counter.Read();
        for (int page = 0; page < Pages; page++)
            address[page * size] = 1;
        return counter.Read() - before;
    }
}
