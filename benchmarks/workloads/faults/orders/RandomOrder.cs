namespace Bench.Workloads.Faults.Orders;

/// <summary>A random permutation (Fisher-Yates), from a fixed seed so that every run touches the same pages in the same order.</summary>
public sealed class RandomOrder : Order
{
    private const int Seed = 20081;

    public override string Name => "random";

    public override int Rank => 1;

    public override bool InPageFault => true;

    public override int[] Steps(int pages)
    {
        int[] steps = Enumerable.Range(0, pages).ToArray();
        new Random(Seed).Shuffle(steps);
        return steps;
    }
}
