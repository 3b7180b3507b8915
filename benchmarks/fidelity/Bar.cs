namespace Bench.Fidelity;

/// <summary>What the ratio C#/C of a loop may be.</summary>
internal sealed record Bar(double Low, double High)
{
    public static Bar AtMost(double high) => new(0, high);

    public bool Holds(double ratio) => ratio >= Low && ratio <= High;

    /// <summary>
    /// How a loop with these ratios stands: by their median; where it misses, the interval says whether noise may be why.
    /// </summary>
    public BarVerdict Judge(PairedRatios ratios) =>
        Holds(ratios.Median) ? BarVerdict.Pass
        : ratios.Low <= High && ratios.High >= Low ? BarVerdict.Unsure
        : BarVerdict.Miss;

    public override string ToString() =>
        Low > 0 ? FormattableString.Invariant($"{Low:0.00}-{High:0.00}") : FormattableString.Invariant($"<= {High:0.00}");
}

internal enum BarVerdict
{
    /// <summary>The median holds the bar.</summary>
    Pass,

    /// <summary>The median misses it, but its interval reaches the bar.</summary>
    Unsure,

    /// <summary>The whole interval misses it.</summary>
    Miss,
}
