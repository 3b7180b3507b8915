using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Judge.Tries;
using Bench.Results.Tries;

namespace Bench.Results.Show.Tries;

/// <summary>All that was measured of a command, for another program to read; results/schema/try.schema.json describes it.</summary>
public static class JsonTry
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole file.</summary>
    public static string Write(Recommendation recommendation)
    {
        var attempt = recommendation.Attempt;
        return new JsonObject
        {
            ["Format"] = "bench-try/1",
            ["Command"] = Array(attempt.Command.Select(word => (JsonNode)word)),
            ["User"] = attempt.User,
            ["Began"] = attempt.Began.ToString("O"),
            ["Environment"] = Array(attempt.Environment.Select(fact =>
                new JsonObject { ["Key"] = fact.Key, ["Label"] = fact.Label, ["Value"] = fact.Value })),
            ["Memory"] = attempt.Memory,
            ["MemoryLimit"] = attempt.MemoryLimit,
            ["Threshold"] = recommendation.Threshold,
            ["JudgedBy"] = recommendation.Time.Name,
            ["ExitStatus"] = attempt.ExitStatus,
            ["Stopped"] = attempt.Stopped,
            ["Notes"] = Array(attempt.Notes.Select(note => (JsonNode)note)),
            ["Settings"] = Array(attempt.Settings.Select(setting => Setting(setting, recommendation))),
            ["LeftOut"] = Array(attempt.LeftOut.Select(left =>
                new JsonObject { ["Setting"] = left.Benchmark, ["Reason"] = left.Reason })),
            ["Recommended"] = recommendation.Chosen?.Setting.Id,
            ["Sentence"] = TryText.Sentence(recommendation),
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Setting(TriedSetting setting, Recommendation recommendation) => new()
    {
        ["Id"] = setting.Id,
        ["Title"] = setting.Title,
        ["Reach"] = setting.Reach.ToString(),
        ["HowTo"] = Array(setting.HowTo.Select(line => (JsonNode)line)),
        ["Verdict"] = recommendation.Verdicts.Where(verdict => verdict.Setting == setting).Select(Verdict).FirstOrDefault(),
        ["Looked"] = Array(setting.Looked.Select(Launch)),
        ["Judged"] = Array(setting.Judged.Select(Launch)),
    };

    // Nothing bounds the ratio of too few rounds.
    private static JsonObject Verdict(SettingVerdict verdict) => new()
    {
        ["Ratio"] = verdict.Time.Ratio,
        ["Lower"] = verdict.Time.Lower,
        ["Upper"] = double.IsFinite(verdict.Time.Upper) ? verdict.Time.Upper : null,
        ["Verdict"] = verdict.Time.Verdict.ToString(),
        ["MemoryRatio"] = verdict.Memory,
        ["WhyNot"] = verdict.WhyNot,
    };

    private static JsonObject Launch(TriedLaunch launch) => new()
    {
        ["Round"] = launch.Round,
        ["WallNanoseconds"] = launch.WallNanoseconds,
        ["UserNanoseconds"] = launch.UserNanoseconds,
        ["SystemNanoseconds"] = launch.SystemNanoseconds,
        ["MinorFaults"] = launch.MinorFaults,
        ["MajorFaults"] = launch.MajorFaults,
        ["Waits"] = launch.Waits,
        ["MemoryBytes"] = launch.MemoryBytes,
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
