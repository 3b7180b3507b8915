namespace Bench.Workloads.Faults.Orders;

/// <summary>From the first page to the last.</summary>
public sealed class Sequential : Order
{
    /// <inheritdoc/>
    public override string Name => "sequential";

    /// <inheritdoc/>
    public override int Rank => 0;

    /// <inheritdoc/>
    public override bool InPageFault => true;

    /// <inheritdoc/>
    public override int[] Steps(int pages) => [.. Enumerable.Range(0, pages)];
}
