using Bench.Measuring;

namespace Bench.Planning;

/// <summary>How much is measured: a region, and a share of the iterations.</summary>
/// <param name="RegionBytes">Bytes of the region.</param>
/// <param name="Iterations">Iterations of a class that has twelve by itself; other classes have the same share of theirs.</param>
internal readonly record struct Step(long RegionBytes, int Iterations)
{
    private const long SmallestRegion = 64L << 20;
    private const int MostIterations = 12;

    // A median of fewer tells too little.
    private static readonly int[] Fewer = [10, 8];

    /// <summary>The same share for other classes.</summary>
    public Effort Effort => new(Iterations);

    /// <summary>
    /// From all that can be measured down to the least. The region shrinks first: an eighth of it costs less precision than a third of the
    /// iterations, since what scatters is the machine's mood from one iteration to the next, and Student's factor grows as iterations
    /// become few.
    /// </summary>
    /// <param name="largestRegion">Bytes that memory can hold, or the usual region where it can.</param>
    /// <param name="usesRegion">Whether any row works on it; where none does, it stays.</param>
    /// <param name="largestFolio">Bytes of the largest folio, of which the region holds one at least.</param>
    public static IReadOnlyList<Step> Down(long largestRegion, bool usesRegion, long largestFolio = 0)
    {
        List<Step> steps = [new(largestRegion, MostIterations)];
        for (long bytes = largestRegion / 2; usesRegion && bytes >= Math.Max(SmallestRegion, largestFolio); bytes /= 2)
            steps.Add(new Step(bytes, MostIterations));
        steps.AddRange(Fewer.Select(iterations => steps[^1] with { Iterations = iterations }).ToArray());
        return steps;
    }
}
