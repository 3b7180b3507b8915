using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>How far the logarithm of the time moved between two sides.</summary>
internal static class ShiftEstimate
{
    /// <summary>Launches of two runs made at different times.</summary>
    public static Shift Unpaired(IReadOnlyList<Launch> @base, IReadOnlyList<Launch> head, Noise? noise)
    {
        var old = LogCentre(@base);
        var current = LogCentre(head);
        var scale = 1.0 / old.Count + 1.0 / current.Count;
        var (variance, freedom) = OwnVariance(old, current, scale);
        var shift = new Shift(current.Value - old.Value, variance, freedom, scale);
        return noise is null ? shift : shift.Borrow(noise.Deviation * noise.Deviation, noise.Rounds - 1);
    }

    /// <summary>Launches made in turns: the i-th of one side beside the i-th of the other.</summary>
    public static Shift Paired(IReadOnlyList<Launch> @base, IReadOnlyList<Launch> head) =>
        Centre.Of(@base.Zip(head, (b, h) => Math.Log(h.Median) - Math.Log(b.Median))).FromZero();

    /// <summary>Counts of instructions, which the same code repeats to the digit: what moved has moved.</summary>
    public static Shift Exact(IReadOnlyList<Launch> @base, IReadOnlyList<Launch> head) =>
        new(LogCentre(head).Value - LogCentre(@base).Value, Variance: 0, Freedom: 1, Scale: 1);

    /// <summary>
    /// The shift with a variance that also draws on another estimate of it. The other adds its degrees of freedom, but
    /// never hides a spread that the launches themselves show.
    /// </summary>
    public static Shift Borrow(this Shift shift, double otherVariance, double otherFreedom)
    {
        if (shift.Unknown)
            return shift with { Variance = otherVariance, Freedom = otherFreedom };
        var freedom = shift.Freedom + otherFreedom;
        var pooled = (shift.Freedom * shift.Variance + otherFreedom * otherVariance) / freedom;
        return shift with { Variance = Math.Max(shift.Variance, pooled), Freedom = freedom };
    }

    private static Centre LogCentre(IReadOnlyList<Launch> launches) => Centre.Of(launches.Select(l => Math.Log(l.Median)));

    /// <summary>Welch's variance of a difference; with one launch on a side, the other side's spread is all there is.</summary>
    private static (double Variance, double Freedom) OwnVariance(Centre old, Centre current, double scale)
    {
        if (old.Count == 1 || current.Count == 1)
        {
            var known = old.Count == 1 ? current : old;
            return (known.Variance, known.Freedom);
        }

        var a = old.Variance / old.Count;
        var b = current.Variance / current.Count;
        return a + b == 0
            ? (0, old.Freedom + current.Freedom)
            : ((a + b) / scale, (a + b) * (a + b) / (a * a / old.Freedom + b * b / current.Freedom));
    }
}
