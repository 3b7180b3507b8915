namespace Bench.Measuring;

/// <summary>
/// An iteration's invocations in slices of a few milliseconds, with the CPU time of the quickest one: a neighbour on the same core slows
/// kernel code by 20 to 45 %, for milliseconds or for minutes, and what only ever adds time is kept out by the least of many (Chen and
/// Revels 2016, "Robust benchmarking in noisy environments"). Each visits the <see cref="StackPlaces"/>.
/// </summary>
/// <param name="clock">CPU nanoseconds of the measuring thread.</param>
internal sealed class Slices(Func<long> clock)
{
    private const int Most = 16;

    /// <summary>Tells <paramref name="action"/> to repeat <paramref name="count"/> times in all.</summary>
    /// <returns>Nanoseconds per repetition in the quickest slice; null where there are too few to cut.</returns>
    public double? Run(Action<long> action, long count)
    {
        // A few long repetitions are slices at different places, of which the quickest is the best in every process; more than that visit
        // all in each slice.
        long slices = count < Most ? count : Math.Min(count / StackPlaces.Count, Most);
        if (slices < StackPlaces.Count)
        {
            action(count);
            return null;
        }

        double quickest = double.PositiveInfinity;
        for (long slice = 0; slice < slices; slice++)
        {
            long share = EvenParts.Of(count, slices, slice);
            long start = clock();
            StackPlaces.Repeat(action, share, slice);
            quickest = Math.Min(quickest, (double)(clock() - start) / share);
        }
        return quickest;
    }
}
