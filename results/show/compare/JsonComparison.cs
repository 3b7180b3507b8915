using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>A comparison for another program to read.</summary>
internal static class JsonComparison
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(Judgement judgement)
    {
        var pairing = judgement.Pairing;
        var root = new JsonObject
        {
            ["Schema"] = 1,
            ["Base"] = pairing.Base.Source,
            ["Head"] = pairing.Head.Source,
            ["Unit"] = pairing.Head.Unit,
            ["Threshold"] = judgement.Threshold,
            ["FalseAlarms"] = RegressionJudge.FalseAlarms,
            ["Notes"] = Texts(judgement.Notes),
            ["EnvironmentDifferences"] = new JsonArray([.. pairing.Differences.Select(d => new JsonObject
            {
                ["Label"] = d.Label,
                ["Base"] = d.Base,
                ["Head"] = d.Head,
                ["Matters"] = d.Matters,
            })]),
            ["Classes"] = new JsonArray([.. judgement.Classes.Select(c => new JsonObject
            {
                ["Type"] = c.Type,
                ["GeometricMean"] = c.Ratio,
                ["Rows"] = c.Rows.Count,
            })]),
            ["Benchmarks"] = new JsonArray([.. judgement.Rows.Select(Row)]),
            ["Added"] = Texts(pairing.Added.Select(r => r.FullName)),
            ["Missing"] = Texts(pairing.Missing.Select(r => r.FullName)),
        };
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Row(RowJudgement row) => new()
    {
        ["FullName"] = row.Row.FullName,
        ["Type"] = row.Row.Type,
        ["BaseCentre"] = row.BaseCentre,
        ["HeadCentre"] = row.HeadCentre,
        ["BaseLaunches"] = row.BaseLaunches,
        ["HeadLaunches"] = row.HeadLaunches,
        ["Ratio"] = row.Ratio,
        // JSON has no infinity: a missing bound is null.
        ["Lower"] = row.Lower > 0 ? row.Lower : null,
        ["Upper"] = double.IsFinite(row.Upper) ? row.Upper : null,
        ["Threshold"] = row.Threshold,
        ["Clock"] = row.Metric.Key,
        ["PSlower"] = row.SlowerPValue,
        ["PFaster"] = row.FasterPValue,
        ["Verdict"] = ComparisonText.Word(row.Verdict),
        ["ExcludesRegression"] = row.ExcludesRegression,
        ["Notes"] = Texts(row.Notes),
        ["Marks"] = new JsonArray([.. row.Row.Marks.Select(m => new JsonObject { ["Id"] = m.Id, ["Text"] = m.Text })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
