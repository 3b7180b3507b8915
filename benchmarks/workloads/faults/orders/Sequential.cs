namespace Bench.Workloads.Faults.Orders;

/// <summary>From the first page to the last.</summary>
public sealed class Sequential : Order
{
    public override string Name => "sequential";

    public override int Rank => 0;

    public override bool InPageFault => true;

    public override int[] Steps(int pages) => [.. Enumerable.Range(0, pages)];
}
