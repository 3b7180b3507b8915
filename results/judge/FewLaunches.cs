using Bench.Results.Pair;

namespace Bench.Results.Judge;

/// <summary>Says which rows have too few launches for a verdict, and what to do.</summary>
internal static class FewLaunches
{
    private const int MostNames = 3;

    /// <summary>One sentence about <paramref name="pairs"/>, or null where there are none.</summary>
    /// <param name="pairs">The rows with too few launches, as judged.</param>
    /// <param name="rows">How many rows are judged in all.</param>
    public static string? Note(IReadOnlyList<RowPair> pairs, int rows) => pairs.Count == 0 ? null
        : $"{Which(pairs, rows)} too few launches to know how far launches of the same code lie apart ({Counts(pairs)}): "
        + $"measure at least {RegressionJudge.LeastLaunches} launches (--rounds {RegressionJudge.LeastLaunches} or more)";

    private static string Which(IReadOnlyList<RowPair> pairs, int rows) =>
        rows == 1 ? "the row has" : pairs.Count == rows ? $"all {rows} rows have" : $"{pairs.Count} of {rows} rows ({Names(pairs)}) have";

    private static string Names(IReadOnlyList<RowPair> pairs) =>
        string.Join(", ", pairs.Take(MostNames).Select(pair => pair.Head.FullName))
            + (pairs.Count > MostNames ? $" and {pairs.Count - MostNames} more" : "");

    // Mostly all rows have as many.
    private static string Counts(IReadOnlyList<RowPair> pairs) =>
        pairs.Select(pair => (Base: pair.Base.Launches.Count, Head: pair.Head.Launches.Count)).Distinct().ToArray() is [var same]
        ? $"base {same.Base}, head {same.Head}"
        : $"base {pairs.Min(pair => pair.Base.Launches.Count)} or more, head {pairs.Min(pair => pair.Head.Launches.Count)} or more";
}
