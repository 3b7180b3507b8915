using System.Text.Json;
using Bench.Results.Judge.Tries;
using Bench.Results.Show.Tries;
using Bench.Results.Tries;
using Bench.Tests.Suite;
using Json.Schema;

namespace Bench.Tests.Trying;

/// <summary>
/// Every output of a made-up trial. BENCH_GOLDEN=write renews the golden files; look at the difference before it is committed.
/// </summary>
public class OutputTests
{
    private static readonly string Root = Executable.RepositoryRoot();
    private static readonly JsonSchema Schema =
        JsonSchema.FromText(File.ReadAllText(Path.Combine(Root, "results", "schema", "try.schema.json")));

    private static readonly Recommendation Made = RecommendationTests.Recommend(1.5,
        RecommendationTests.Made("a", 0.7, 1), RecommendationTests.Made("b|<b>", 1.01, 1.1), Looked());

    private static readonly Dictionary<string, Func<string>> Outputs = new()
    {
        ["try.md"] = () => TryText.Markdowned(Made, "sort 'a b'"),
        ["try.json"] = () => JsonTry.Write(Made),
    };

    public static TheoryData<string> Names => [.. Outputs.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EachOutputIsWhatItWas(string name)
    {
        string file = Path.Combine(Root, "tests", "trying", "golden", name), now = Outputs[name]();
        if (Environment.GetEnvironmentVariable("BENCH_GOLDEN") == "write")
            File.WriteAllText(file, now);
        Assert.Equal(File.ReadAllText(file), now);
    }

    [Fact]
    public void TheJsonIsOfTheSchema() => IsOfTheSchema(Outputs["try.json"]());

    [Fact]
    public void AStoppedTrialIsOfTheSchemaToo() => IsOfTheSchema(JsonTry.Write(
        Recommendation.Of(RecommendationTests.Attempt(null, Looked()) with { Stopped = "interrupted", ExitStatus = null }, 0.03)));

    [Fact]
    public void AnythingElseIsNot()
    {
        using var document = JsonDocument.Parse(Outputs["try.json"]().Replace("\"Reach\"", "\"reach\"", StringComparison.Ordinal));
        Assert.False(Schema.Evaluate(document.RootElement).IsValid);
    }

    [Fact]
    public void ThePageHasAPointForEachSettingAndNoMarkupOfTheirs()
    {
        string page = TryPage.Write(Made, "sort '<a>'");
        Assert.Contains("<h1>sort &#39;&lt;a&gt;&#39;</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        // Of the wide figure and of the narrow one.
        Assert.Equal(2 * Made.Attempt.Settings.Count, page.Split("<g class=\"point\"").Length - 1);
        Assert.Contains("data-memory=\"100\"", page, StringComparison.Ordinal);
    }

    internal static void IsOfTheSchema(string text)
    {
        using var document = JsonDocument.Parse(text);
        var result = Schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var wrong = result.Details?.Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}"));
        Assert.True(result.IsValid, string.Join('\n', (wrong ?? []).Take(10)));
    }

    private static TriedSetting Looked() => RecommendationTests.Made("c", 1.2, 1) is var made
        ? made with { Looked = [.. made.Judged.Take(2)], Judged = [] } : made;
}
