using System.CommandLine;
using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Commands;

/// <summary>What <c>--clock</c> asks for.</summary>
/// <param name="Metric">The metric; null: for each row the one that tells.</param>
internal sealed record AskedMetric(Metric? Metric)
{
    // As the help says what is taken where nothing is asked.
    public override string ToString() => Metric?.Id ?? MetricSet.Auto;
}

/// <summary><c>--clock</c>: the time by which runs are judged. Its words are those of the metrics.</summary>
/// <param name="times">The times that runs may have; null for the suite's.</param>
internal sealed class ClockOption(IReadOnlyList<MeasuredTime>? times = null)
{
    private readonly Metric[] metrics = [.. new MetricSet(times ?? MeasuredTime.All).Held];

    /// <summary>Of comparisons; null: for each row the one that tells.</summary>
    public Option<AskedMetric> OfComparisons() => Of(metrics, text => null);

    /// <summary>Of a run that is not held beside another: its times are in ns, and of all launches.</summary>
    public Option<AskedMetric> OfOneRun() =>
        Of([.. metrics.Where(metric => metric.StandsAlone)], text => metrics.Any(metric => Named(metric, text))
        ? $"--clock {text} is for comparisons: advice is of all that was measured, in ns"
        : null);

    private static bool Named(Metric metric, string text) => metric.Id.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static Option<AskedMetric> Of(Metric[] accepted, Func<string, string?> refuse)
    {
        string help = string.Join("; ", accepted.Select(metric => metric.Words.Help));
        string auto = string.Join("; ", accepted.Reverse().Select(metric => metric.Words.When));
        string[] words = [MetricSet.Auto, .. accepted.Select(metric => metric.Id)];
        return new Option<AskedMetric>("--clock")
        {
            Description = $"the time judged: {help}; or {MetricSet.Auto}, the first that a row has of: {auto}",
            DefaultValueFactory = _ => new AskedMetric(null),
            HelpName = string.Join('|', words),
            CustomParser = result =>
            {
                string text = result.Tokens is [var token] ? token.Value : "";
                if (accepted.FirstOrDefault(metric => Named(metric, text)) is { } named)
                    return new AskedMetric(named);
                if (!text.Equals(MetricSet.Auto, StringComparison.OrdinalIgnoreCase))
                    result.AddError(refuse(text) ?? $"--clock {text}: one of {string.Join(", ", words)} was expected");
                return new AskedMetric(null);
            },
        };
    }
}
