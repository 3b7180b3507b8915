using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>A way to write a judgement down.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Write">The whole text.</param>
public sealed record ComparisonFormat(string Name, Func<Judgement, string> Write)
{
    /// <summary>Every format, the default first.</summary>
    public static IReadOnlyList<ComparisonFormat> All { get; } =
    [
        new("markdown", MarkdownComparison.Write),
        new("html", HtmlComparison.Write),
        new("json", JsonComparison.Write),
        new("github-action-benchmark", HeadMetrics.ForGitHubActionBenchmark),
        new("bencher", HeadMetrics.ForBencher),
    ];

    /// <summary>The format <c>--format</c> calls so.</summary>
    public static ComparisonFormat Named(string name) => All.Single(f => f.Name == name);
}
