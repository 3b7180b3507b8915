using System.Globalization;
using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>
/// Sees that a row's iterations fall into two groups, so that one centre describes neither: the split of the sorted values
/// with the largest Ashman's D (Ashman, Bird and Zepf, 1994). Two halves of one normal distribution score 2.7.
/// </summary>
/// <remarks>Perfolizer's detectors were tried: the fast one misses two clean groups of 10 and 20, the other throws for values near zero.</remarks>
public static class Modes
{
    // The suite's own mark for the same thing, which is shown with the other marks.
    private const string MarkId = "modes";
    private const int LeastIterations = 8;
    private const double LeastShare = 0.2;
    private const double LeastRatio = 1.1;
    private const double LeastSeparation = 5;

    /// <summary>"has two modes, near 1700 and 2900 (40 % of iterations in the upper)", or null.</summary>
    public static string? Describe(BenchmarkRow row)
    {
        if (row.Marks.Any(m => m.Id == MarkId))
            return null;
        var values = row.Launches.SelectMany(l => l.Values).ToArray();
        Array.Sort(values);
        return Split(values) is { } split
            ? string.Create(CultureInfo.InvariantCulture, $"has two modes, near {values[split / 2]:G4} and {values[(split + values.Length) / 2]:G4} ({100.0 * (values.Length - split) / values.Length:0} % of iterations in the upper)")
            : null;
    }

    /// <summary>Where the upper group starts.</summary>
    private static int? Split(double[] sorted)
    {
        var n = sorted.Length;
        if (n < LeastIterations)
            return null;
        double total = sorted.Sum(), squares = sorted.Sum(v => v * v), leftSum = 0, leftSquares = 0;
        var smallest = Math.Max(3, (int)(LeastShare * n));
        var best = LeastSeparation;
        int? at = null;
        for (var i = 1; i <= n - smallest; i++)
        {
            leftSum += sorted[i - 1];
            leftSquares += sorted[i - 1] * sorted[i - 1];
            if (i < smallest)
                continue;
            double left = leftSum / i, right = (total - leftSum) / (n - i);
            var within = Math.Max(0, leftSquares / i - left * left) + Math.Max(0, (squares - leftSquares) / (n - i) - right * right);
            // Sums of squares leave rounding errors where the groups are exact.
            var separation = Math.Sqrt(2) * (right - left) / Math.Sqrt(Math.Max(within, 1e-12 * right * right));
            if (right >= LeastRatio * left && separation > best)
                (best, at) = (separation, i);
        }

        return at;
    }
}
