using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>A way to write a comparison down.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Write">The whole text of two runs judged.</param>
/// <param name="WriteMany">The whole text of many runs side by side; null where the format has room for one run's numbers only.</param>
public sealed record ComparisonFormat(string Name, Func<Judgement, string> Write, Func<Normalised, string>? WriteMany = null)
{
    /// <summary>Every format, the default first.</summary>
    public static IReadOnlyList<ComparisonFormat> All { get; } =
    [
        new("markdown", MarkdownComparison.Write, MarkdownSideBySide.Write),
        new("comment", CommentComparison.Write),
        new("html", HtmlComparison.Write, HtmlSideBySide.Write),
        new("json", JsonComparison.Write, JsonSideBySide.Write),
        new("github-action-benchmark", HeadMetrics.ForGitHubActionBenchmark),
        new("bencher", HeadMetrics.ForBencher),
    ];

    /// <summary>The format <c>--format</c> calls so.</summary>
    public static ComparisonFormat Named(string name) => All.Single(f => f.Name == name);
}
