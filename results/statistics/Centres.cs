using Pragmastat;

namespace Bench.Results.Statistics;

/// <summary>The centres that are shown of launches. The judge's own is <c>judge/Centre.cs</c>.</summary>
internal static class Centres
{
    // Of fewer it bears no wild one.
    private const int LeastForHodgesLehmann = 5;

    /// <summary>
    /// Of five or more Hodges' and Lehmann's, the median of the means of all pairs, else their median. Launches often fall into two groups,
    /// by where their code lies: a median jumps from one to the other, and a mean goes with the wildest launch.
    /// </summary>
    public static double HodgesLehmann(IReadOnlyList<double> times) =>
        times.Count < LeastForHodgesLehmann ? Quantiles.Median(times) : Toolkit.Center(new Sample(times));

    /// <summary>The lower quartile: of what only ever has time added to it.</summary>
    public static double LowerQuartile(IReadOnlyList<double> times) => Quantiles.OfSorted(Quantiles.Sorted(times), 0.25);
}
