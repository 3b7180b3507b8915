using System.Globalization;
using System.Text;
using Bench.Results.Judge;
using Bench.Results.Metrics;

namespace Bench.Results.Show;

/// <summary>How well runs repeat, as markdown: a column a metric.</summary>
public static class RepeatabilityTable
{
    /// <summary>The table, and how many rows stay within <paramref name="bar"/> by each metric and by the one that suits each.</summary>
    public static string Write(IReadOnlyList<Repeatability> rows, int runs, double bar)
    {
        Metric[] metrics = [.. rows[0].Variations.Select(by => by.Metric)];
        var text = new StringBuilder($"Coefficient of variation of the reported centre over {runs} runs.\n\n");
        text.Append(
            $"| Benchmark |{string.Concat(metrics.Select(metric => $" {metric.Words.Short} |"))}\n| --- "
                + $"|{string.Concat(metrics.Select(_ => " ---: |"))}\n");
        foreach (var row in rows)
            text.Append(
                $"| {Markdown.Text($"{row.Row.Type}: {row.Row.ShortName}")} "
                    + $"|{string.Concat(row.Variations.Select(by => $" {Cell(by.Variation, bar)} |"))}\n");
        string[] within = [.. metrics.Select(metric => $"{Within(rows, row => row.By(metric), bar)} {metric.Words.By}")];
        return text.Append(CultureInfo.InvariantCulture,
            $"\nWithin {bar * 100:0.#} %: {string.Join(", ", within)}; {Within(rows, row => row.Best, bar)} by the last of these that a "
                + $"row has.\n").ToString();
    }

    private static string Within(IReadOnlyList<Repeatability> rows, Func<Repeatability, double?> variation, double bar) =>
        $"{rows.Count(row => variation(row) <= bar)} of {rows.Count(row => variation(row) is not null)} rows";

    private static string Cell(double? variation, double bar) => variation is not { } value ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{(value <= bar ? "" : "**")}{value * 100:0.0} %{(value <= bar ? "" : "**")}");
}
