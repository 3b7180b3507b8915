
using Bench.Results.Data;

namespace Bench.Results.Judge;

/// <summary>How far the logarithm of the time moved between two sides.</summary>
internal static class ShiftEstimate
{
    /// <summary>Launches of two runs made at different times.</summary>
    /// <param name="base">The old launches.</param>
    /// <param name="head">The new ones.</param>
    /// <param name="noise">What the row is known to vary by.</param>
    /// <param name="limit">A shift no larger claims nothing, whatever the launches have in common.</param>
    public static Shift Unpaired(IReadOnlyList<Launch> @base, IReadOnlyList<Launch> head, Noise? noise, double limit)
    {
        double[] old = Logs(@base), current = Logs(head);
        var shift = Between(Centre.Of(old), Centre.Of(current));
        if (Math.Abs(shift.Value) > limit && !shift.OneSided && CommonModes.Shared(old, current))
            shift = OfWiderSpread(Centre.OfAll(old), Centre.OfAll(current));
        return noise is null ? shift : shift.Borrow(noise.Deviation * noise.Deviation, noise.Rounds - 1);
    }

    /// <summary>Launches made in turns: the i-th of one side beside the i-th of the other.</summary>
    /// <param name="base">The old launches.</param>
    /// <param name="head">The new ones.</param>
    /// <param name="limit">As in <see cref="Unpaired"/>.</param>
    public static Shift Paired(IReadOnlyList<Launch> @base, IReadOnlyList<Launch> head, double limit)
    {
        double[] differences = [.. Logs(@base).Zip(Logs(head), (b, h) => h - b)];
        var centre = Centre.Of(differences);
        return (Math.Abs(centre.Value) > limit && CommonModes.SharedByPairs(differences) ? Centre.OfAll(differences) : centre).FromZero();
    }

    /// <summary>Counts of instructions, which the same code repeats to the digit: what moved has moved.</summary>
    public static Shift Exact(IReadOnlyList<Launch> @base, IReadOnlyList<Launch> head) =>
        new(Centre.Of(Logs(head)).Value - Centre.Of(Logs(@base)).Value, Variance: 0, Freedom: 1, Scale: 1);

    /// <summary>
    /// The shift with a variance that also draws on another estimate of it. The other adds its degrees of freedom, but
    /// never hides a spread that the launches themselves show.
    /// </summary>
    public static Shift Borrow(this Shift shift, double otherVariance, double otherFreedom)
    {
        if (shift.Unknown)
            return shift with { Variance = otherVariance, Freedom = otherFreedom };
        double freedom = shift.Freedom + otherFreedom;
        double pooled = (shift.Freedom * shift.Variance + otherFreedom * otherVariance) / freedom;
        return shift with { Variance = Math.Max(shift.Variance, pooled), Freedom = freedom };
    }

    private static double[] Logs(IReadOnlyList<Launch> launches) => [.. launches.Select(l => Math.Log(l.Median))];

    // Welch's variance of a difference.
    private static Shift Between(Centre old, Centre current)
    {
        double scale = Scale(old, current);
        double value = current.Value - old.Value;
        if (old.Count == 1 || current.Count == 1)
            return OfOneSpread(value, old.Count == 1 ? current : old, scale) with { OneSided = true };
        double a = old.Variance / old.Count;
        double b = current.Variance / current.Count;
        return a + b == 0
            ? new Shift(value, 0, old.Freedom + current.Freedom, scale)
            : new Shift(value, (a + b) / scale, (a + b) * (a + b) / (a * a / old.Freedom + b * b / current.Freedom), scale);
    }

    // A run that shows one mode only has the other one, too.
    private static Shift OfWiderSpread(Centre old, Centre current) =>
        OfOneSpread(current.Value - old.Value, old.Variance > current.Variance ? old : current, Scale(old, current));

    private static Shift OfOneSpread(double value, Centre known, double scale) => new(value, known.Variance, known.Freedom, scale);

    private static double Scale(Centre old, Centre current) => 1.0 / old.Count + 1.0 / current.Count;
}
