using Bench.Results.Data;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>One judged row in a sentence, for outputs that have no table.</summary>
internal static class RowText
{
    /// <summary>"1.120x (1.100..1.150), 100.0 → 112.0 ns, 5+5 launches".</summary>
    public static string Numbers(RowJudgement row, string unit) =>
        $"{Show.Numbers.Ratio(row.Ratio)} ({Show.Numbers.Interval(row.Lower, row.Upper)}), "
        + $"{Show.Numbers.Value(row.BaseCentre)} → {Show.Numbers.Value(row.HeadCentre)} {unit}, "
        + $"{row.BaseLaunches}+{row.HeadLaunches} launches";

    /// <summary>Why nothing can be said of an inconclusive row.</summary>
    public static string WhyInconclusive(RowJudgement row) => string.Join("; ", row.Notes.Prepend(
        row.TooFewLaunches
            ? $"{row.BaseLaunches}+{row.HeadLaunches} launches are too few to know how far launches of the same code lie apart"
        : row.ExcludesRegression ? $"not slower by {Show.Numbers.Percent(row.Threshold)}; whether it is faster can't be told"
        : $"a change of {Show.Numbers.Percent(row.Threshold)} can't be told from noise here"));

    /// <summary>What a class is called with its namespace.</summary>
    public static string Class(BenchmarkRow row) =>
        row.FullName.IndexOf($"{row.Type}.", StringComparison.Ordinal) is >= 0 and var at
            ? row.FullName[..(at + row.Type.Length)]
            : row.Type;

    /// <summary>What is left of a row's name without it.</summary>
    public static string InClass(BenchmarkRow row) =>
        row.FullName.StartsWith(Class(row) + ".", StringComparison.Ordinal) ? row.FullName[(Class(row).Length + 1)..] : row.FullName;
}
