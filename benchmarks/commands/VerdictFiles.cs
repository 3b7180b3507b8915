using System.CommandLine;
using Bench.Results.Judge;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary>What <c>gate</c> and <c>ab</c> write besides the comparison, for services that read files.</summary>
internal sealed class VerdictFiles
{
    private readonly Option<FileInfo?> junit = new("--junit") { Description = "also write JUnit XML, a test a row", HelpName = "FILE" };
    private readonly Option<FileInfo?> annotations = new("--annotations")
    {
        Description = "also write GitHub's annotations of the verdict",
        HelpName = "FILE",
    };

    /// <summary>The options.</summary>
    public IEnumerable<Option> Options => [junit, annotations];

    /// <summary>Writes what was asked for, each file in one step.</summary>
    public void Write(ParseResult parsed, Judgement judgement, bool allowEnvironmentChange, bool allowMissing)
    {
        if (parsed.GetValue(junit) is { } xml)
            VerbAction.Emit(new JUnitComparison(allowEnvironmentChange, allowMissing).Write(judgement), xml);
        if (parsed.GetValue(annotations) is { } lines)
            VerbAction.Emit(new GitHubAnnotations(allowEnvironmentChange, allowMissing).Write(judgement), lines);
    }
}
