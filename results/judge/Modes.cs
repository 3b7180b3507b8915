using Bench.Results.Read;
using Perfolizer.Mathematics.Multimodality;

namespace Bench.Results.Judge;

/// <summary>Sees that a row's iterations fall into two groups, so that one centre describes neither.</summary>
public static class Modes
{
    // The suite's own mark for the same thing, which is shown with the other marks.
    private const string MarkId = "modes";
    private const int LeastIterations = 12;
    private const double LeastShare = 0.15;
    private const double LeastDistance = 1.1;

    // Ashman's D: two halves of one normal distribution score 2.7.
    private const double LeastSeparation = 3.5;

    /// <summary>"has two modes, near 1700 and 2900 (40 % of iterations in the upper)", or null.</summary>
    public static string? Describe(BenchmarkRow row)
    {
        if (row.Marks.Any(m => m.Id == MarkId))
            return null;
        var values = row.Launches.SelectMany(l => l.Values).Order().ToArray();
        if (values.Length < LeastIterations || Split(values) is not { } split)
            return null;
        // Perfolizer's detector has the last word, but is too slow to be asked about thousands of rows.
        if (LowlandModalityDetector.Instance.DetectModes(values).Modality < 2)
            return null;
        var upper = 1 - (double)split / values.Length;
        return $"has two modes, near {Middle(values, 0, split):G3} and {Middle(values, split, values.Length):G3} ({upper * 100:0} % of iterations in the upper)";
    }

    /// <summary>Where the sorted values split best (Otsu), if that leaves two groups far apart.</summary>
    private static int? Split(double[] sorted)
    {
        double total = sorted.Sum(), squares = sorted.Sum(v => v * v), leftSum = 0, leftSquares = 0, best = 0;
        var n = sorted.Length;
        int? at = null;
        for (var i = 1; i < n; i++)
        {
            leftSum += sorted[i - 1];
            leftSquares += sorted[i - 1] * sorted[i - 1];
            if (i < LeastShare * n || n - i < LeastShare * n)
                continue;
            double left = leftSum / i, right = (total - leftSum) / (n - i);
            var between = (double)i * (n - i) * (right - left) * (right - left);
            if (between <= best)
                continue;
            best = between;
            var within = Math.Max(0, leftSquares / i - left * left) + Math.Max(0, (squares - leftSquares) / (n - i) - right * right);
            at = right >= LeastDistance * left && right - left > LeastSeparation * Math.Sqrt(within / 2) ? i : null;
        }

        return at;
    }

    private static double Middle(double[] sorted, int from, int to) => sorted[(from + to - 1) / 2];
}
