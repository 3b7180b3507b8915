namespace Bench.Measuring;

/// <summary>A number divided into parts that differ by one at most.</summary>
internal static class EvenParts
{
    /// <summary>The part of <paramref name="count"/> with this index.</summary>
    public static long Of(long count, long parts, long index) => count / parts + (index < count % parts ? 1 : 0);
}
