
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>
/// What the noise of the other rows says about the noise of one: with three launches a side a row knows little about its
/// own. Empirical Bayes after Smyth (2004, "Linear models and empirical Bayes methods"): the rows' variances are taken as
/// draws from one scaled inverse chi-square distribution, fitted by its first two log moments.
/// </summary>
/// <param name="Variance">The typical variance of one launch.</param>
/// <param name="Freedom">How many degrees of freedom that knowledge is worth; small when rows differ much in noise.</param>
internal readonly record struct NoisePrior(double Variance, double Freedom)
{
    // Fewer rows say too little about how rows differ.
    private const int LeastRows = 8;

    // However alike the rows look, none is told more about its own noise than 20 further launches would tell.
    private const double MostFreedom = 20;

    /// <summary>The prior the rows give, or null when they are too few.</summary>
    public static NoisePrior? Of(IReadOnlyList<Shift> shifts)
    {
        var known = shifts.Where(s => !s.Unknown && s.Variance > 0).ToArray();
        if (known.Length < LeastRows)
            return null;
        double[] logs = known.Select(s => Math.Log(s.Variance) - Digamma(s.Freedom / 2) + Math.Log(s.Freedom / 2)).ToArray();
        double mean = logs.Average();
        double excess = SampleDeviation.Variance(logs) - known.Average(s => Trigamma(s.Freedom / 2));
        double freedom = excess <= 0 ? MostFreedom : Math.Min(MostFreedom, 2 * InverseTrigamma(excess));
        return new NoisePrior(Math.Exp(mean + Digamma(freedom / 2) - Math.Log(freedom / 2)), freedom);
    }

    // Both by recurrence up to where their asymptotic series are exact to 1e-10 (Abramowitz and Stegun 6.3.18, 6.4.12).
    internal static double Digamma(double x)
    {
        double below = 0.0;
        for (; x < 10; x++)
            below -= 1 / x;
        double s = 1 / (x * x);
        return below + Math.Log(x) - 0.5 / x - s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s / 240)));
    }

    internal static double Trigamma(double x)
    {
        double below = 0.0;
        for (; x < 10; x++)
            below += 1 / (x * x);
        double s = 1 / (x * x);
        return below + 1 / x + s / 2 + s / x * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s / 30)));
    }

    // Trigamma falls from infinity to zero, so halving always finds it.
    internal static double InverseTrigamma(double y)
    {
        double low = 1e-6, high = 1e6;
        for (int i = 0; i < 100; i++)
        {
            double middle = Math.Sqrt(low * high);
            if (Trigamma(middle) > y)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
