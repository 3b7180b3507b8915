namespace Bench.Results.Statistics;

/// <summary>
/// Quantiles as R's type 7 and BenchmarkDotNet have them, without Perfolizer's sample objects: a large run asks for 100,000.
/// </summary>
public static class Quantiles
{
    /// <summary>The median of at least one value, in any order.</summary>
    public static double Median(IEnumerable<double> values) => OfSorted(Sorted(values), 0.5);

    /// <summary>The values in ascending order.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The quantile of at least one value, in ascending order.</summary>
    /// <param name="sorted">The values.</param>
    /// <param name="probability">From 0 to 1.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        double position = (sorted.Length - 1) * probability;
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
