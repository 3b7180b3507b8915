using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>A robust centre of a few values, with what it takes to put an interval around it: see docs/judging.md.</summary>
/// <param name="Value">The trimmed mean.</param>
/// <param name="Count">How many values there were, trimmed ones included.</param>
/// <param name="Variance">Of one value, as the trimmed mean feels it; NaN with one value, which says nothing about its own error.</param>
/// <param name="Freedom">Degrees of freedom behind the variance; 0 with one value.</param>
internal readonly record struct Centre(double Value, int Count, double Variance, double Freedom)
{
    /// <summary>Below five values trimming one from each end would leave too little to see a spread.</summary>
    public const int LeastToTrim = 5;

    private const double TrimmedShare = 0.2;

    /// <summary>20 % trimmed mean with the winsorised variance (Tukey and McLaughlin; Yuen 1974).</summary>
    public static Centre Of(IEnumerable<double> values)
    {
        double[] sorted = Quantiles.Sorted(values);
        return Of(sorted, TrimmedAtEachEnd(sorted.Length));
    }

    /// <summary>The mean of all values and their variance.</summary>
    public static Centre OfAll(IEnumerable<double> values) => Of(Quantiles.Sorted(values), trimmed: 0);

    /// <summary>What the trimmed mean is of.</summary>
    public static double[] Kept(double[] sorted) => sorted[TrimmedAtEachEnd(sorted.Length)..^TrimmedAtEachEnd(sorted.Length)];

    private static int TrimmedAtEachEnd(int count) => count < LeastToTrim ? 0 : (int)(TrimmedShare * count);

    private static Centre Of(double[] sorted, int trimmed)
    {
        int n = sorted.Length;
        int kept = n - 2 * trimmed;
        double value = Mean(sorted.AsSpan(trimmed, kept));
        if (n == 1)
            return new Centre(value, 1, double.NaN, 0);

        double[] winsorised = sorted.Select(v => Math.Clamp(v, sorted[trimmed], sorted[n - 1 - trimmed])).ToArray();
        double mean = Mean(winsorised);
        double squares = winsorised.Sum(v => (v - mean) * (v - mean));
        // Yuen's squared error of the trimmed mean is squares / (kept (kept - 1)); times n it is that of one value.
        return new Centre(value, n, squares * n / (kept * (kept - 1.0)), kept - 1);
    }

    /// <summary>The centre as a shift from zero, with its interval.</summary>
    public Shift FromZero() => new(Value, Variance, Freedom, 1.0 / Count);

    // Exact for equal values, which a sum divided by the count is not.
    private static double Mean(ReadOnlySpan<double> values)
    {
        double rest = 0.0;
        foreach (double value in values)
            rest += value - values[0];
        return values[0] + rest / values.Length;
    }
}
