namespace Bench.Results.Judge;

/// <summary>Holm's step-down correction: among many benchmarks some look slow by chance.</summary>
internal static class Holm
{
    /// <summary>
    /// Adjusted p-values, in the order given; comparing them with a level bounds the chance of even one false alarm by it.
    /// </summary>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        int[] order = Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).ToArray();
        double[] adjusted = new double[pValues.Count];
        double largest = 0.0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, pValues[order[rank]] * (order.Length - rank)));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}
