using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;
using CsCheck;

namespace Bench.Tests.Workloads;

[Trait("Depends", "machine")]
public class PopulateTests
{
    /// <summary>
    /// Whatever pages are touched in whatever order, what is resident is the union of their aligned windows, cut at the region's end.
    /// </summary>
    [Fact]
    public void ExactlyTheAlignedWindowsOfTouchedPagesAreResident()
    {
        string? reason = new Populate().WhyNot(1, false);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var cases = from pages in Gen.Int[1, 300]
                    from window in Gen.Int[1, 64]
                    from touched in Gen.Int[0, pages - 1].Array[1, 40]
                    select (pages, window, touched);
        cases.Sample(sample =>
        {
            using var region = Mapping.Anonymous(sample.pages);
            var mechanism = new Populate();
            mechanism.Prepare(region, sample.window);
            mechanism.Touch(region, sample.touched, sample.window);

            var windows = sample.touched.Select(page => page / sample.window).ToHashSet();
            byte[] residency = region.Residency();
            for (int page = 0; page < sample.pages; page++)
                Assert.Equal(windows.Contains(page / sample.window), (residency[page] & 1) != 0);
        }, iter: 200);
    }
}
