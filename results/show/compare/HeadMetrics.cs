using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>The new run's numbers for services that keep a history of their own.</summary>
internal static class HeadMetrics
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>github-action-benchmark's <c>customSmallerIsBetter</c>.</summary>
    public static string ForGitHubActionBenchmark(Judgement judgement) => new JsonArray([.. Rows(judgement).Select(r => new JsonObject
    {
        ["name"] = r.Row.FullName,
        ["unit"] = judgement.Pairing.Head.Unit,
        ["value"] = r.Summary.Centre,
        ["range"] = string.Create(CultureInfo.InvariantCulture, $"{r.Summary.Lower:G5}..{r.Summary.Upper:G5}"),
        ["extra"] = $"centre of {r.Summary.Launches} launches",
    })]).ToJsonString(Indented) + "\n";

    /// <summary>Bencher Metric Format.</summary>
    public static string ForBencher(Judgement judgement)
    {
        // Bencher's built-in measure is in nanoseconds; instructions need a measure of their own.
        string measure = judgement.Pairing.Head.Unit == Units.Nanoseconds ? "latency" : "instructions";
        return new JsonObject(Rows(judgement).Select(r => KeyValuePair.Create(r.Row.FullName, (JsonNode?)new JsonObject
        {
            [measure] = new JsonObject
            {
                ["value"] = r.Summary.Centre,
                ["lower_value"] = r.Summary.Lower,
                ["upper_value"] = r.Summary.Upper,
            },
        }))).ToJsonString(Indented) + "\n";
    }

    private static IEnumerable<(BenchmarkRow Row, Summary Summary)> Rows(Judgement judgement) =>
        judgement.Pairing.Head.Rows.Select(row => (row, Summary.Of(row)));
}
