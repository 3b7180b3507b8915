using Bench.Results.Judge.Advice;

namespace Bench.Results.Show.Advice;

/// <summary>A way to write an advice down.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Write">The whole text.</param>
public sealed record AdviceFormat(string Name, Func<Answer, string> Write)
{
    /// <summary>Every format, the default first.</summary>
    public static IReadOnlyList<AdviceFormat> All { get; } = [new("markdown", MarkdownAdvice.Write), new("json", JsonAdvice.Write)];

    /// <summary>The format <c>--format</c> calls so.</summary>
    public static AdviceFormat Named(string name) => All.Single(f => f.Name == name);
}
