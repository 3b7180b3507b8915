using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// Loads of as many lines as a core's caches hold, each of whose addresses is in the one before, so that nothing of them overlaps. Only in
/// how many pages the lines lie differs between its kinds: what the processor's caches do is alike, and the difference is the TLB's.
/// </summary>
[SupportedOSPlatform("linux")]
public abstract unsafe class LineChain : OfUsed
{
    /// <summary>Bytes that a line of a cache has at least.</summary>
    protected const int LineBytes = 64;

    // Half a megabyte, and more pages than a second-level TLB has entries.
    private const int MostLines = 8192;

    /// <summary>Bytes from the region's begin on at which a line lies.</summary>
    protected abstract long Place(int line);

    public override Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = base.Prepare(mechanism, pages);
        int[] lines = new RandomOrder().Steps((int)Math.Min(region.PageCount, MostLines));
        for (int i = 0; i < lines.Length; i++)
            *At(region, lines[i]) = (nint)At(region, lines[(i + 1) % lines.Length]);
        return region;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Go(Mapping region, ReadOnlySpan<int> walk)
    {
        nint* line = At(region, 0);
        for (long loads = region.PageCount; loads > 0; loads--)
            line = (nint*)*line;
        // So that the last load is needed.
        GC.KeepAlive(line == null ? this : region);
    }

    private nint* At(Mapping region, int line) => (nint*)(region.Address + Place(line));
}
