namespace Bench.Results.Judge;

/// <summary>
/// Whether the launches of two runs fall into the same modes, as address layout or the place of code makes them. A launch that is far from
/// its own run and where the other run mainly is, is no outlier: it shows that the same code can be there.
/// </summary>
internal static class CommonModes
{
    // Of the distance between the two centres. Launches that scatter around one centre leave such a gap rarely, and are that near to the
    // others' rarely.
    private const double WideGap = 0.8;
    private const double Near = 0.15;

    // Of the distance between a run's least and largest launch: between two modes there is next to nothing else.
    private const double MostOfTheRange = 0.6;

    /// <summary>Whether a launch of one run lies among those that the other run's centre rests on.</summary>
    public static bool Shared(IReadOnlyList<double> old, IReadOnlyList<double> current)
    {
        Centre a = Centre.Of(old), b = Centre.Of(current);
        return Strays(old, a.Value, current, b.Value) || Strays(current, b.Value, old, a.Value);
    }

    /// <summary>The same of differences of pairs: whether one shows no difference, where the others do.</summary>
    public static bool SharedByPairs(IReadOnlyList<double> differences) => Strays(differences, Centre.Of(differences).Value, [0], 0);

    private static bool Strays(IReadOnlyList<double> own, double from, IReadOnlyList<double> others, double to)
    {
        // Where nothing is trimmed, the spread holds all there is.
        if (own.Count < Centre.LeastToTrim)
            return false;
        double distance = Math.Abs(to - from);
        double[] OnTheWay(IEnumerable<double> values) => [.. values.Select(value => Math.Sign(to - from) * (value - from)).Order()];
        var (launches, there) = (OnTheWay(own), Centre.Kept(OnTheWay(others)));
        double wide = Math.Max(WideGap * distance, MostOfTheRange * (launches[^1] - launches[0]));
        for (int i = 1; i < launches.Length; i++)
            if (launches[i] > 0 && launches[i] - launches[i - 1] >= wide
                && launches.Skip(i).Any(launch => there.Any(other => Math.Abs(launch - other) <= Near * distance)))
                return true;
        return false;
    }
}
