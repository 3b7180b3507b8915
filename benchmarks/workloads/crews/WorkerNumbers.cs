namespace Bench.Workloads.Crews;

/// <summary>How many workers to try.</summary>
internal static class WorkerNumbers
{
    private const int EachUpTo = 8;

    /// <summary>
    /// 1, 2, … twice <paramref name="processors"/>, ascending; above eight only doublings, all processors and twice as many.
    /// </summary>
    public static IReadOnlyList<int> For(int processors) =>
    [
        .. Enumerable.Range(1, 2 * processors)
            .Where(number => number <= EachUpTo || int.IsPow2(number) || number == processors || number == 2 * processors),
    ];
}
