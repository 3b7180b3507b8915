using System.Text;
using System.Text.Json.Nodes;
using Bench.Results.Read.Journals;
using Bench.Tests.Results;

namespace Bench.Tests.Journaling;

/// <summary>A run's journal made to order, in the shape the suite writes.</summary>
internal static class SampleJournal
{
    public static string Row(string method, int launch, params double[] values)
    {
        var row = Sample.Benchmark("Syscall", method, "", values);
        foreach (var m in row["Measurements"]!.AsArray())
            m!["LaunchIndex"] = launch;
        row["Measurements"]!.AsArray().Add(Sample.Measurement("Workload", "Result", launch, 1000, values[0] * 1000));
        row["Bench"] = Counts(values);
        return new JsonObject { ["Launch"] = launch, ["Row"] = row }.ToJsonString();
    }

    public static string Header(int launches, params string[] planned)
    {
        var report = Sample.Report();
        return new JsonObject
        {
            ["Journal"] = 1,
            ["Start"] = "2026-11-27T02:15:00.0000000+00:00",
            ["Build"] = "build",
            ["Options"] = new JsonArray("--filter", "*"),
            ["Launches"] = launches,
            ["Planned"] = new JsonArray([.. planned.Select(name => (JsonNode)Name(name))]),
            ["HostEnvironmentInfo"] = report["HostEnvironmentInfo"]!.DeepClone(),
            ["Bench"] = Sample.Suite(),
        }.ToJsonString();
    }

    public static string Failed(string method, string reason)
    {
        var failed = Name(method);
        failed["Reason"] = reason;
        return new JsonObject { ["Failed"] = failed }.ToJsonString();
    }

    public static byte[] Text(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    public static RunJournal Read(params string[] lines) => JournalReader.Read("run.journal", Text(lines));

    private static JsonObject Name(string method) => new()
    {
        ["FullName"] = Sample.FullName("Syscall", method, ""),
        ["DisplayInfo"] = $"Syscall.{method}: DefaultJob",
    };

    private static JsonObject Counts(double[] values) => new()
    {
        ["Expected"] = 1,
        ["Measured"] = values.Length,
        ["Counter"] = "perf",
        ["Marks"] = new JsonArray(new JsonObject { ["Id"] = "disturbed", ["Text"] = "seen" }),
        ["Launches"] = new JsonArray(new JsonObject
        {
            ["Launch"] = 1,
            ["Processor"] = 1,
            ["Iterations"] =
                new JsonArray(
                    [.. values.Select(
                        v => (JsonNode)new JsonObject
                        {
                            ["Operations"] = 1000,
                            ["Nanoseconds"] = v * 1000,
                            ["CpuNanoseconds"] = v * 900,
                            ["Faults"] = 500,
                            ["CallNanoseconds"] = 1.5
                        })]),
        }),
    };
}
