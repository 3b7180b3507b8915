namespace Bench.Workloads.Contracts;

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

    /// <summary>No fault at all; at most one page in 2,000 may (the case's own stack and code).</summary>
    public static FaultPromise None { get; } = new(0, 0, 1.0 / 2000);
}
