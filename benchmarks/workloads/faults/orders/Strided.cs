namespace Bench.Workloads.Faults.Orders;

/// <summary>Every 64th page, then the next of each: a matrix with rows of 64 pages, gone through by columns.</summary>
public sealed class Strided : Order
{
    internal const int Stride = 64;

    public override string Name => "strided 64";

    public override int Rank => 3;

    public override int[] Steps(int pages)
    {
        int[] steps = new int[pages];
        int at = 0;
        for (int column = 0; column < Stride; column++)
        {
            for (int page = column; page < pages; page += Stride)
                steps[at++] = page;
        }
        return steps;
    }
}
