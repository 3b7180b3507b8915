using System.Text;
using Bench.Interop.Memory;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using CsCheck;

namespace Bench.Tests.Workloads;

public class MemoryCostTests
{
    private const int Pages = 4096;

    /// <summary>What a sparse walk costs in memory is what its windows hold, by both accounts.</summary>
    [Theory, Trait("Depends", "machine")]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(512)]
    public void PagesNobodyAskedForAreWeighed(int window)
    {
        var mechanism = new Populate();
        string? reason = mechanism.WhyNot(window, leaveSettings: true);
        Assert.SkipWhen(reason is not null, reason ?? "");
        foreach (var density in Density.All)
        {
            var walk = density.Walk(Pages);
            var scale = new MemoryScale(Pages);
            using var region = Mapping.Anonymous(Pages, Bench.Workloads.Faults.Region.Alignment);
            mechanism.Prepare(region, window);
            scale.Start();
            walk.Touch(mechanism, region, window);
            var cost = scale.Stop(region, walk.Touched);

            double expected = (double)walk.Windows(window) * window / walk.Touched;
            Assert.Equal(expected, cost.ResidentPerTouched, 1e-9);
            // Other tests' threads share the process, and its account, which may lack what each processor has not yet added to it: 64 pages
            // of a thread before Linux 6.2 (mm/memory.c, TASK_RSS_EVENTS_THRESH), later twice as many as there are processors, 32 at least.
            double lacking = Math.Max(64, 2 * Environment.ProcessorCount) * Environment.ProcessorCount / (double)walk.Touched;
            if (cost.RssAnonPerTouched is double anonymous)
                Assert.True(anonymous > 0.5 * expected - lacking, $"{density}: {anonymous}, not {expected}");
        }
    }

    [Fact, Trait("Depends", "machine")]
    public void ReadingTheAccountAllocatesNothing()
    {
        ResidentSet.AnonymousBytes();
        long before = GC.GetAllocatedBytesForCurrentThread();
        ResidentSet.AnonymousBytes();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void AnyTextGivesANumberOrNone() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        byte[] after = [.. Encoding.ASCII.GetBytes("Name:\tx\nRssAnon:\t"), .. bytes];
        Assert.True(ResidentSet.Parse(after) >= -1);
        Assert.True(ResidentSet.Parse(bytes) >= -1);
    });

    [Fact]
    public void TheKernelsOwnTextIsRead()
    {
        Assert.Equal(1234 * 1024, ResidentSet.Parse("VmRSS:\t  9 kB\nRssAnon:\t    1234 kB\nRssFile:\t 1 kB\n"u8));
        Assert.Equal(-1, ResidentSet.Parse("VmRSS:\t  9 kB\n"u8));
    }
}
