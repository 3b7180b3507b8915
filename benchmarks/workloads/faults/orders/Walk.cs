using System.Collections;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Orders;

/// <summary>A way over a region, made before the clock starts: which pages are touched, and in which order.</summary>
/// <param name="steps">The page at each step.</param>
/// <param name="pages">Pages of the region.</param>
public class Walk(int[] steps, int pages)
{
    private readonly int[] distinct = Distinct(steps, pages);

    /// <summary>The page at each step.</summary>
    public ReadOnlySpan<int> Steps => steps;

    /// <summary>Pages of the region.</summary>
    public int RegionPages => pages;

    /// <summary>Distinct pages touched: the operations of one invocation.</summary>
    public int Touched => distinct.Length;

    /// <summary>
    /// Distinct aligned windows of <paramref name="size"/> pages in which a page is touched: as many faults, where each fills a window.
    /// </summary>
    public int Windows(int size)
    {
        int windows = 0;
        int last = -1;
        foreach (int page in distinct)
        {
            if (page / size != last)
                windows++;
            last = page / size;
        }
        return windows;
    }

    /// <summary>Inside the clock: goes over <paramref name="region"/>, whose memory comes by <paramref name="mechanism"/>.</summary>
    [SupportedOSPlatform("linux")]
    public virtual void Touch(Mechanism mechanism, Mapping region, int pagesPerFault) => mechanism.Touch(region, steps, pagesPerFault);

    // Ascending, so that windows can be counted by looking at neighbours.
    private static int[] Distinct(int[] steps, int pages)
    {
        var seen = new BitArray(pages);
        foreach (int step in steps)
            seen[step] = true;
        return [.. Enumerable.Range(0, pages).Where(page => seen[page])];
    }
}
