using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>Many runs side by side for another program to read.</summary>
internal static class JsonSideBySide
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(Normalised runs) => new JsonObject
    {
        ["Schema"] = 1,
        ["Unit"] = runs.Runs.Unit,
        ["Normalised"] = runs.Reference.Name,
        ["Runs"] = new JsonArray([.. runs.Runs.Columns.Select(c => new JsonObject { ["Name"] = c.Name, ["Source"] = c.Run.Source })]),
        ["EnvironmentDifferences"] = new JsonArray([.. runs.Runs.Differences.Select(d => new JsonObject
        {
            ["Label"] = d.Label,
            ["Values"] = new JsonArray([.. d.Values.Select(v => JsonValue.Create(v))]),
            ["Matters"] = d.Matters,
        })]),
        ["Classes"] = new JsonArray([.. runs.Classes.Select(c => new JsonObject
        {
            ["Type"] = c.Type,
            ["GeometricMeans"] = new JsonArray([.. c.Means.Select(m => JsonValue.Create(m))]),
            ["SharedRows"] = c.Shared,
            ["Benchmarks"] = new JsonArray([.. c.Rows.Select(Row)]),
        })]),
    }.ToJsonString(Indented) + "\n";

    // One entry a run, in the order of Runs; null where the run lacks the row.
    private static JsonObject Row(NormalisedRow row) => new()
    {
        ["FullName"] = row.Row.FullName,
        ["Runs"] = new JsonArray([.. row.Cells.Select(Cell)]),
    };

    private static JsonObject? Cell(NormalisedCell? cell) => cell is null ? null : new JsonObject
    {
        ["Centre"] = cell.Centre,
        ["Ratio"] = cell.Ratio,
        // JSON has no infinity: a missing bound is null.
        ["Lower"] = cell.Lower > 0 ? cell.Lower : null,
        ["Upper"] = double.IsFinite(cell.Upper) ? cell.Upper : null,
        ["Marks"] = new JsonArray([.. cell.Marks.Select(m => new JsonObject { ["Id"] = m.Id, ["Text"] = m.Text })]),
    };
}
