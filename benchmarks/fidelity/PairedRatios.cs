using Bench.Results.Statistics;

namespace Bench.Fidelity;

/// <summary>Ratios of pairs measured side by side.</summary>
/// <param name="Median">The median ratio.</param>
/// <param name="LowerQuartile">A quarter of the ratios lie below.</param>
/// <param name="UpperQuartile">A quarter lie above.</param>
/// <param name="Low">Lower end of the median's interval.</param>
/// <param name="High">Upper end: together they hold the true median with at least <see cref="Confidence"/>.</param>
internal sealed record PairedRatios(double Median, double LowerQuartile, double UpperQuartile, double Low, double High)
{
    public const double Confidence = 0.95;

    /// <summary>Fewest pairs whose smallest and largest ratio enclose the median with that confidence.</summary>
    public const int LeastPairs = 6;

    public static PairedRatios Of(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        ArgumentOutOfRangeException.ThrowIfLessThan(sorted.Length, LeastPairs);
        int cut = CutFromEachEnd(sorted.Length);
        return new PairedRatios(Quantiles.OfSorted(sorted, 0.5), Quantiles.OfSorted(sorted, 0.25), Quantiles.OfSorted(sorted, 0.75),
            sorted[cut], sorted[^(cut + 1)]);
    }

    /// <summary>
    /// Order statistics that can be left out at each end. The number of ratios below the true median is binomial (n, 1/2) whatever their
    /// distribution, so the interval presumes nothing about it (the sign test's interval).
    /// </summary>
    private static int CutFromEachEnd(int n)
    {
        double term = Math.Pow(0.5, n);
        double tail = 0;
        for (int k = 0; ; k++)
        {
            tail += term;
            if (2 * tail > 1 - Confidence)
                return k - 1;
            term *= (n - k) / (k + 1.0);
        }
    }
}
