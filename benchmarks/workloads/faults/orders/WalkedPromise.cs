using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Orders;

/// <summary>What is promised of a walk over every page, for any other walk.</summary>
internal static class WalkedPromise
{
    /// <summary>
    /// <paramref name="promise"/> over <paramref name="walk"/>, where it was made for a walk over every page with windows of
    /// <paramref name="pages"/>: faults per page touched. Two faults of an invocation are let pass in any case: the thread's own code and
    /// stack.
    /// </summary>
    public static FaultPromise Over(this FaultPromise promise, Walk walk, int pages)
    {
        double filledPerTouched = (double)Math.Min((long)walk.Windows(pages) * pages, walk.RegionPages) / walk.Touched;
        return new FaultPromise(
            promise.Traps * filledPerTouched,
            promise.All * filledPerTouched,
            Math.Max(promise.Tolerance * filledPerTouched, 2.0 / walk.Touched));
    }
}
