using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Show.Compare;

/// <summary>What is said of two commands besides the comparison of one of their times.</summary>
public static class CommandText
{
    /// <summary>Which command is which, and all their times.</summary>
    public static IEnumerable<string> Notes(Run old, Run current)
    {
        yield return $"base: {old.Source}";
        yield return $"head: {current.Source}";
        if (old.Rows is [var before] && current.Rows is [var after])
            foreach (var metric in MetricSet.Of(current).Held.Where(metric => metric.IsOf(before) && metric.IsOf(after)))
                yield return $"{metric.Words.By}: {Times(metric.CentreOf(before)!.Value, metric.CentreOf(after)!.Value)}";
    }

    private static string Times(double old, double current) =>
        $"{Numbers.Value(old / 1e6)} → {Numbers.Value(current / 1e6)} ms ({Numbers.Ratio(current / old)})";
}
