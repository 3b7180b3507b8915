using System.Text.Json.Nodes;
using Bench.Results.Profiles;

namespace Bench.Results.Show.Profiles;

/// <summary>Stacks as speedscope reads them (speedscope.app/file-format-schema.json): a profile a row, weights in samples.</summary>
public static class Speedscope
{
    /// <summary>The whole file.</summary>
    public static string Write(IReadOnlyList<Profile> profiles)
    {
        string[] names = [.. profiles.SelectMany(Stacks).SelectMany(frames => frames).Distinct()];
        var places = names.Index().ToDictionary(name => name.Item, name => name.Index);
        return new JsonObject
        {
            ["$schema"] = "https://www.speedscope.app/file-format-schema.json",
            ["exporter"] = "Bench explain",
            ["shared"] = new JsonObject
            {
                ["frames"] = Array(names.Select(name => new JsonObject { ["name"] = name })),
            },
            ["profiles"] = Array(profiles.Select(profile => Sampled(profile, places))),
        }.ToJsonString() + "\n";
    }

    private static JsonObject Sampled(Profile profile, Dictionary<string, int> places) => new()
    {
        ["type"] = "sampled",
        ["name"] = profile.Title,
        ["unit"] = "none",
        ["startValue"] = 0,
        ["endValue"] = profile.Samples,
        ["samples"] = Array(Stacks(profile).Select(frames => Array(frames.Select(name => JsonValue.Create(places[name]))))),
        ["weights"] = Array(profile.Stacks.Select(stack => JsonValue.Create(stack.Samples))),
    };

    private static IEnumerable<IEnumerable<string>> Stacks(Profile profile) =>
        profile.Stacks.Select(stack => FoldedStacks.Frames(profile, stack));

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
