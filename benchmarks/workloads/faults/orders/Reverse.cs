namespace Bench.Workloads.Faults.Orders;

/// <summary>From the last page to the first, as a stack grows.</summary>
public sealed class Reverse : Order
{
    public override string Name => "reverse";

    public override int Rank => 2;

    public override int[] Steps(int pages) => [.. Enumerable.Range(0, pages).Reverse()];
}
