namespace Bench.Results.Judge.Advice;

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

    /// <summary>A window stays untouched when all touches go to the other pages (hypergeometric): C(N-n, K) / C(N, K).</summary>
    protected override double Windows(long touched, long window, long region)
    {
        var untouched = 1.0;
        for (long i = 0; i < window && untouched > 0; i++)
            untouched *= Math.Max(0, region - touched - i) / (double)(region - i);
        return (double)region / window * (1 - untouched);
    }
}
