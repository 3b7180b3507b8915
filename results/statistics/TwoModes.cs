namespace Bench.Results.Statistics;

/// <summary>Two groups in a row's iterations, of which one centre describes neither.</summary>
/// <param name="Low">Mean of the lower group.</param>
/// <param name="High">Mean of the higher group.</param>
/// <param name="HighShare">Share of iterations in the higher group.</param>
/// <remarks>
/// Perfolizer's detectors were tried: the fast one misses two clean groups of 10 and 20, the other throws for values near zero.
/// </remarks>
public readonly record struct TwoModes(double Low, double High, double HighShare)
{
    private const int FewestIterations = 8;
    private const int SmallestGroup = 3;
    private const double LeastShare = 0.2;
    private const double LeastRatio = 1.1;
    private const double LeastSeparation = 5;

    /// <summary>
    /// The split of the sorted values with the largest Ashman's D (Ashman, Bird and Zepf, 1994), where that is above 5 and the groups
    /// differ by a tenth; null where there is one group. Two halves of one normal distribution score 2.7.
    /// </summary>
    public static TwoModes? Find(ReadOnlySpan<double> values)
    {
        int n = values.Length;
        if (n < FewestIterations || !AreFarApart(values))
            return null;
        double[] sorted = [.. values];
        Array.Sort(sorted);

        TwoModes? best = null;
        double separation = LeastSeparation;
        int smallest = Math.Max(SmallestGroup, (int)(LeastShare * n));
        double[] lowSpread = Spreads(sorted), highSpread = Spreads([.. sorted.Reverse()]);
        double total = sorted.Sum(), lowSum = 0;
        for (int split = 1; split <= n - smallest; split++)
        {
            lowSum += sorted[split - 1];
            if (split < smallest)
                continue;
            double low = lowSum / split, high = (total - lowSum) / (n - split);
            double d = Math.Sqrt(2) * (high - low) / Math.Sqrt(lowSpread[split] + highSpread[n - split]);
            if (high > low * LeastRatio && d > separation)
                (separation, best) = (d, new TwoModes(low, high, (double)(n - split) / n));
        }
        return best;
    }

    // Mostly the ends aren't, and means can't lie farther apart than these.
    private static bool AreFarApart(ReadOnlySpan<double> values)
    {
        double least = values[0], most = values[0];
        foreach (double value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return most > least * LeastRatio;
    }

    /// <summary>Variance of the first k values, for each k (Welford, 1962: sums of squares would lose small groups to rounding).</summary>
    private static double[] Spreads(double[] values)
    {
        double[] variances = new double[values.Length + 1];
        double mean = 0, squares = 0;
        for (int k = 1; k <= values.Length; k++)
        {
            double delta = values[k - 1] - mean;
            mean += delta / k;
            squares += delta * (values[k - 1] - mean);
            variances[k] = squares / Math.Max(1, k - 1);
        }
        return variances;
    }
}
