using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bench.Machine;
using Bench.Planning;
using Bench.Results.Data;

namespace Bench.Tests.Docs;

/// <summary>docs/report-format.md names what the schemas have, and nothing else.</summary>
public partial class ReportFormatTests
{
    private static readonly Page Format = Page.Named("docs/report-format.md")!;

    [Theory]
    [InlineData("The report", "report")]
    [InlineData("The baseline", "baseline")]
    public void EveryMemberOfTheSchemaIsNamedAndNoOther(string section, string schema) =>
        Assert.Equal(Members(JsonNode.Parse(Page.FileText($"results/schema/{schema}.schema.json"))!).Order(), Named(section).Order());

    /// <summary>Marks are what checks of a row make: see <c>ICaseCheck</c>.</summary>
    [Fact]
    public void EveryMarkIsNamedAndNoOther()
    {
        var made = Directory.GetFiles(Path.Combine(Page.Root, "benchmarks", "record"), "*.cs")
            .SelectMany(file => NewMark().Matches(File.ReadAllText(file)));
        Assert.Equal(made.Select(match => match.Groups[1].Value).Order(), Named("Marks").Order());
    }

    [Fact]
    public void EveryFactIsNamedWithWhetherItMattersAndNoOther()
    {
        EnvironmentFact[] facts = [.. MachineEnvironment.Read(), .. RunFacts.Of(1, inProcess: false), Plan.Of("").Fact];
        Assert.Equal(facts.Select(fact => $"| `{fact.Key}` | {(fact.Matters ? "yes" : "no")} |").Order(),
            Rows("Facts").Select(row => row[..(row.IndexOf('|', row.IndexOf("` | ", StringComparison.Ordinal) + 4) + 1)]).Order());
    }

    // In which object a member stands is not looked at: of one name there is one.
    private static HashSet<string> Members(JsonNode? node) => node switch
    {
        JsonObject members =>
        [
            .. (members["properties"] as JsonObject ?? []).Select(member => member.Key),
            .. members.SelectMany(member => Members(member.Value)),
        ],
        JsonArray items => [.. items.SelectMany(Members)],
        _ => [],
    };

    // The first column of the tables under a heading.
    private static HashSet<string> Named(string section) =>
        [.. Rows(section).SelectMany(line => InBackticks().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))];

    private static IEnumerable<string> Rows(string section) => Format.Lines
        .SkipWhile(line => line != $"## {section}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    [GeneratedRegex("new Mark\\(\"([a-z]+)\"")]
    private static partial Regex NewMark();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InBackticks();
}
