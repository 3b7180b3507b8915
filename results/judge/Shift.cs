using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace Bench.Results.Judge;

/// <summary>A difference of logarithms with its error: what every ratio here is made from.</summary>
/// <param name="Value">The difference.</param>
/// <param name="Variance">Of one launch (of one pair of launches, when paired); NaN when nothing is known about it.</param>
/// <param name="Freedom">Degrees of freedom behind the variance.</param>
/// <param name="Scale">What the variance is multiplied by to be that of <paramref name="Value"/>: 1/n, or 1/n + 1/m.</param>
internal readonly record struct Shift(double Value, double Variance, double Freedom, double Scale)
{
    private const double Confidence = 0.95;

    /// <summary>Nothing is known about the error, so the interval is everything.</summary>
    public bool Unknown => Freedom <= 0;

    /// <summary>
    /// The spread of one side's only launch is not known: the other side's, in its place, can say what to look at again, and bounds
    /// nothing.
    /// </summary>
    public bool OneSided { get; init; }

    private double StandardError => Math.Sqrt(Variance * Scale);

    public double Margin => Unknown || OneSided ? double.PositiveInfinity
        : Variance == 0 ? 0
        : new StudentDistribution(Freedom).Quantile((1 + Confidence) / 2) * StandardError;

    /// <summary>Chance of a value this far above zero (below: <paramref name="sign"/> -1) when the true shift is zero.</summary>
    public double PValue(int sign)
    {
        double shift = sign * Value;
        if (Unknown)
            return 1;
        if (Variance == 0)
            return shift > 0 ? 0 : 1;
        return new StudentDistribution(Freedom).Cdf(-shift / StandardError);
    }
}
