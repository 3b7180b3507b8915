using Bench.Workloads.Orders;

namespace Bench.Workloads;

/// <summary>
/// Minor faults per operation that a workload promises, by what the counter counts: traps from user mode (perf's software event), or
/// also pages faulted in from inside the kernel (getrusage).
/// </summary>
/// <param name="Traps">Faults per operation taken by trap.</param>
/// <param name="All">Faults per operation, those raised inside the kernel included.</param>
/// <param name="Tolerance">Largest difference, as faults per operation.</param>
public sealed record FaultPromise(double Traps, double All, double Tolerance)
{
    /// <summary>One trap serves <paramref name="pages"/> pages; within 2 %.</summary>
    public static FaultPromise OneIn(int pages) => new(1.0 / pages, 1.0 / pages, 0.02 / pages);

    /// <summary>
    /// The same over <paramref name="walk"/>, where it was made for a walk over every page with windows of <paramref name="pages"/>: faults
    /// per page touched. Two faults of an invocation are let pass in any case: the thread's own code and stack.
    /// </summary>
    public FaultPromise Over(Walk walk, int pages)
    {
        double filledPerTouched = (double)Math.Min((long)walk.Windows(pages) * pages, walk.RegionPages) / walk.Touched;
        return new FaultPromise(Traps * filledPerTouched, All * filledPerTouched, Math.Max(Tolerance * filledPerTouched, 2.0 / walk.Touched));
    }

    /// <summary>No fault at all; at most one page in 2,000 may (the case's own stack and code).</summary>
    public static FaultPromise None { get; } = new(0, 0, 1.0 / 2000);
}
