namespace Bench.Workloads.Faults.Orders;

/// <summary>
/// As many touches as there are pages, the k-th most popular page drawn with a weight of k^-0.99 (the popularity of keys in YCSB); popular
/// pages lie anywhere. One operation is one distinct page, its later touches included.
/// </summary>
public sealed class Zipf : Order
{
    internal const double Exponent = 0.99;

    private const int Seed = 1949;

    public override string Name => "zipf 0.99";

    public override int Rank => 4;

    public override string Unit => "touched page with its later touches";

    public override int[] Steps(int pages)
    {
        double[] weightUpTo = new double[pages];
        double total = 0;
        for (int rank = 0; rank < pages; rank++)
            weightUpTo[rank] = total += Math.Pow(rank + 1, -Exponent);

        int[] pageOfRank = new RandomOrder().Steps(pages);
        var random = new Random(Seed);
        int[] steps = new int[pages];
        foreach (ref int step in steps.AsSpan())
        {
            int found = Array.BinarySearch(weightUpTo, random.NextDouble() * total);
            step = pageOfRank[Math.Min(found < 0 ? ~found : found, pages - 1)];
        }
        return steps;
    }
}
