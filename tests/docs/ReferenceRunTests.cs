using System.Text.RegularExpressions;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Judge.Advice;
using Bench.Results.Metrics;
using Bench.Results.Show.Advice;
using Bench.Results.Show.Table;

namespace Bench.Tests.Docs;

/// <summary>What pages show of the reference run is what the suite says of it.</summary>
public partial class ReferenceRunTests
{
    private static readonly Run Reference = RunSource.Read(Path.Combine(Page.Root, "results", "reference", "baseline.json"));

    private static readonly Dictionary<string, Dictionary<string, string>> Rows =
        RowsOf(Of(MarkdownResults.Write(Reference).Split('\n'), "vs Demand")).ToDictionary(Name);

    [Fact]
    public void TheReadmesSampleIsSixOfItsRows()
    {
        var sample = RowsOf(Of(Page.Named("README.md")!.Lines, "vs Demand")).ToArray();
        Assert.Equal(6, sample.Length);
        Assert.All(sample, row => Assert.All(row, cell => Assert.Equal((cell.Key, Rows[Name(row)][cell.Key]), (cell.Key, cell.Value))));
    }

    [Fact]
    public void TheCentresOfAllSizesAreIts()
    {
        string mechanism = "";
        string[][] table = Of(Page.Named("docs/page-faults.md")!.Lines, "LargeFolio, sequential");
        foreach (var (column, heading) in table[0].Index().Skip(1))
        {
            mechanism = heading.Contains(", ", StringComparison.Ordinal) ? heading.Split(", ")[0] : mechanism;
            foreach (string[]? row in table.Skip(1).Where(row => row[column].Length > 0))
                Assert.Equal(Rows[$"{mechanism} {row[0]} {heading.Split(", ")[^1]}"]["Centre ns"], row[column]);
        }
    }

    [Fact]
    public void TheAdviceIsItsAdvice()
    {
        var advice = Adviser.Answer([MetricSet.Of(Reference).SeeEachByItsOwn(Reference)], Question.Usual);
        string said = OneSpace(AdviceFormat.Named("markdown").Write(advice));
        var quoted = Page.Named("docs/page-faults.md")!.Lines.Where(line => line.StartsWith('>')).Select(line => line[1..]);
        string[] parts =
            [.. string.Join('\n', quoted).Split("\n\n")
                .SelectMany(part => part.StartsWith("     ", StringComparison.Ordinal) ? part.Split('\n') : [part])];
        Assert.Equal(4, parts.Length);
        Assert.All(parts, part => Assert.Contains(OneSpace(part), said));
    }

    private static string Name(Dictionary<string, string> row) => $"{row["Mechanism"]} {row["Pages"]} {row["Order"]}";

    private static IEnumerable<Dictionary<string, string>> RowsOf(string[][] table) =>
        table.Skip(1).Select(row => table[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));

    // The first table with that heading: its cells, the head's among them.
    private static string[][] Of(IEnumerable<string> lines, string heading) =>
    [
        .. lines.SkipWhile(line => !line.Contains($"| {heading} |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|'))
            .Where((_, at) => at != 1).Select(line => line[1..^1].Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static string OneSpace(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
