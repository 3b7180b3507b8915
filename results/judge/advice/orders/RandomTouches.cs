namespace Bench.Results.Judge.Advice.Orders;

/// <summary>Pages drawn without repetition, each as likely as another: hash tables, graphs.</summary>
public sealed class RandomTouches : TouchOrder
{
    /// <inheritdoc/>
    public override string Name => "random";

    /// <inheritdoc/>
    public override string Words => "at random";

    /// <inheritdoc/>
    public override int Rank => 0;

    /// <inheritdoc/>
    public override string Measured => "random";

    // Up to so many factors are multiplied; of more, as many stand for all.
    private const int Factors = 4096;

    /// <summary>A window stays untouched when all touches go to the other pages (hypergeometric): C(N-n, K) / C(N, K).</summary>
    protected override double Windows(long touched, long window, long region) =>
        (double)region / window
            * (1
                - (window <= Factors
                    ? Untouched(window, touched, region)
                    : Untouched(Math.Min(window, touched), Math.Max(window, touched), region)));

    // The same with n and K changed round: pages and touches meet or miss each other.
    private static double Untouched(long few, long many, long region)
    {
        long factors = Math.Min(few, Factors);
        double each = (double)few / factors;
        double untouched = 1.0;
        for (long i = 0; i < factors && untouched > 0; i++)
        {
            double gone = each == 1 ? i : (i + 0.5) * each;
            double missed = Math.Max(0, region - many - gone) / (region - gone);
            untouched *= each == 1 ? missed : Math.Pow(missed, each);
        }

        return untouched;
    }
}
