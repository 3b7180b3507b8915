namespace Bench.Results.Statistics;

/// <summary>Quantiles as R's type 7 and BenchmarkDotNet have them, without Perfolizer's sample objects: a large run asks for 100,000.</summary>
internal static class Quantiles
{
    public static double Median(IEnumerable<double> values) => OfSorted([.. values.Order()], 0.5);

    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
