namespace Bench.Results.Statistics;

/// <summary>A share of counted things with its 95 % interval (Wilson, 1927), which also holds for shares near 0 and 1.</summary>
/// <param name="Share">Those counted by all.</param>
/// <param name="Lower">The interval's lower end.</param>
/// <param name="Upper">Its upper end.</param>
public readonly record struct Proportion(double Share, double Lower, double Upper)
{
    // The normal distribution's quantile of 97.5 %.
    private const double Z = 1.959964;

    /// <summary>The share of <paramref name="count"/> in <paramref name="all"/>, more than none.</summary>
    public static Proportion Of(long count, long all)
    {
        double share = (double)count / all, spread = Z * Z / all;
        double middle = (share + spread / 2) / (1 + spread);
        double half = Z * Math.Sqrt(share * (1 - share) / all + spread / (4 * all)) / (1 + spread);
        return new Proportion(share, count == 0 ? 0 : middle - half, count == all ? 1 : middle + half);
    }
}
