using System.Globalization;

namespace Bench.Judging;

/// <summary>
/// The iterations fall into two groups, so that their mean describes neither. Groups are the split of the sorted times with the largest
/// Ashman's D (Ashman, Bird, Zepf, 1994); D above 5 is far beyond what a split of one group gives (about 2.7 for a normal one).
/// </summary>
public sealed class TwoModesCheck : ICaseCheck
{
    private const int FewestIterations = 8;
    private const double LeastSeparation = 5;
    private const double LeastRatio = 1.1;

    /// <inheritdoc/>
    public Mark? Check(CaseCounts counts)
    {
        double[] times = [.. counts.Iterations.Select(i => i.Nanoseconds / i.Operations)];
        return Find(times) is not var (low, high, share)
            ? null
            : new Mark("modes", string.Create(CultureInfo.InvariantCulture, $"two modes: {low:N1} ns and {high:N1} ns ({share:P0} of iterations)"));
    }

    /// <summary>Means of the two groups and the share of the higher, or null where there is one group.</summary>
    internal static (double Low, double High, double HighShare)? Find(ReadOnlySpan<double> values)
    {
        int n = values.Length;
        if (n < FewestIterations)
            return null;
        double[] sorted = [.. values];
        Array.Sort(sorted);

        (double Low, double High, double HighShare)? best = null;
        double separation = LeastSeparation;
        int smallest = Math.Max(3, n / 5);
        for (int split = smallest; split <= n - smallest; split++)
        {
            var (low, lowVariance) = Moments(sorted.AsSpan(..split));
            var (high, highVariance) = Moments(sorted.AsSpan(split..));
            double d = Math.Sqrt(2) * (high - low) / Math.Sqrt(lowVariance + highVariance);
            if (high > low * LeastRatio && d > separation)
            {
                separation = d;
                best = (low, high, (double)(n - split) / n);
            }
        }
        return best;
    }

    private static (double Mean, double Variance) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;
        double squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return (mean, squares / (values.Length - 1));
    }
}
