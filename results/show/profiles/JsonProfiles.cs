using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Profiles;

namespace Bench.Results.Show.Profiles;

/// <summary>Where rows' time goes, for another program to read; results/schema/profile.schema.json describes it.</summary>
public static class JsonProfiles
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole file.</summary>
    public static string Write(IReadOnlyList<Profile> profiles, IReadOnlyList<LeftOut> leftOut) => new JsonObject
    {
        ["Format"] = "bench-profile/1",
        ["Rows"] = Array(profiles.Select(Row)),
        ["LeftOut"] = Array(leftOut.Select(row => new JsonObject { ["Benchmark"] = row.Benchmark, ["Reason"] = row.Reason })),
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Row(Profile profile)
    {
        var parts = new Breakdown(profile, StageTable.Own);
        return new JsonObject
        {
            ["FullName"] = profile.FullName,
            ["Title"] = profile.Title,
            ["Operation"] = profile.Operation,
            ["Nanoseconds"] = profile.Nanoseconds,
            ["Event"] = profile.Event,
            ["IsTimer"] = profile.IsTimer,
            ["Hertz"] = profile.Hertz,
            ["Samples"] = profile.Samples,
            ["Lost"] = profile.Lost,
            ["Throttled"] = profile.Throttled,
            ["Turns"] = profile.Turns,
            ["Slowdown"] = profile.Slowdown,
            ["Stages"] = Array(parts.Stages.Select(stage => Counted(new JsonObject { ["Name"] = stage.Name }, stage))),
            ["Functions"] = Array(parts.Functions.Select(Function)),
            ["Stacks"] = Array(profile.Stacks.Select(Stack)),
        };
    }

    private static JsonObject Function(Part part) => Counted(new JsonObject { ["Name"] = part.Name, ["Stage"] = part.Stage }, part);

    private static JsonObject Counted(JsonObject named, Part part)
    {
        named["Samples"] = part.Samples;
        named["Share"] = part.Share.Share;
        named["Lower"] = part.Share.Lower;
        named["Upper"] = part.Share.Upper;
        return named;
    }

    private static JsonObject Stack(SampledStack stack) => new()
    {
        ["Functions"] = Array(stack.Functions.Select(function => (JsonNode)JsonValue.Create(function))),
        ["Samples"] = stack.Samples,
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
