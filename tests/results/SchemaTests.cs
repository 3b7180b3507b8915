using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Metrics;
using Bench.Results.Read;
using Bench.Tests.Reporting;
using Bench.Workloads;
using Json.Schema;

namespace Bench.Tests.Results;

/// <summary>The published schemas are of the files that the suite writes.</summary>
[Collection(Reporting.FixedRuns.Name)]
public class SchemaTests
{
    private static readonly JsonSchema Baseline = Schema("baseline");
    private static readonly JsonSchema Report = Schema("report");

    [Fact]
    public void TheCommittedBaselineIsOne() => Valid(Baseline, File.ReadAllText(Repository("reference/baseline.json")));

    [Fact]
    public void ABaselineWithEveryMemberIsOne()
    {
        var run = Sample.Run(("Getpid", [1.0, 2.0]));
        var row = run.Rows[0] with
        {
            Title = "getpid",
            Job = "A",
            Noise = new Noise(5, 0.01, 0),
            Expected = 1,
            Measured = 1,
            Counter = "perf",
            Marks = [new Mark("modes", "two modes", "see"), new Mark("swap", "swapped")],
            Waits = true,
            TouchedPages = 8,
            ResidentPages = 9,
            CountsClears = true,
            Launches =
                [.. run.Rows[0].Launches
                    .Select(
                        (launch, i) => launch.With("cpu", 1).With("calls", 2).With("quiet", i == 0 ? 1 : null).With("quickest call", 1)
                            .With("slowest", 3))],
        };
        string text = BaselineFile.Write(run with
        {
            Rows = [row],
            Environment = [new EnvironmentFact("region", "Region", "512 MiB", true) { Bytes = 1 << 29 }],
            LeftOut = [new LeftOut("a", "b")],
            Measured = Catalogue.Of<MeasuredTime>(typeof(Slowest).Assembly),
        });
        Valid(Baseline, text);
        var members = JsonNode.Parse(Text("baseline"))!["$defs"]!["row"]!["properties"]!.AsObject().Select(member => member.Key);
        Assert.Equal(members.Order(), JsonNode.Parse(text)!["Rows"]![0]!.AsObject().Select(member => member.Key).Order());
    }

    [Fact]
    public void AReportOfTheSuiteIsOne()
    {
        using var calls = new FixedRun(typeof(Syscall), (".Getpid", 100));
        using var faults = new FixedRun(typeof(PageFault), ("(Mechanism: Demand, Pages: 1, Order: sequential)", 2000));
        Valid(Report, calls.Outputs["json"]);
        Valid(Report, faults.Outputs["json"]);
        var unknown = JsonNode.Parse(faults.Outputs["json"])!;
        unknown["Benchmarks"]![0]!["Bench"]!["Unknown"] = 1;
        Assert.False(Evaluate(Report, unknown.ToJsonString()).IsValid);
    }

    [Fact]
    public void APlainReportIsOne() => Valid(Report, Sample.Report(Sample.Benchmark("A", "B", "", [1.0])).ToJsonString());

    [Fact]
    public void AnythingElseIsNone()
    {
        Invalid(Baseline, file => file["Rows"]![0]!["Mean"] = 1);
        Invalid(Baseline, file => file["Rows"]![0]!.AsObject().Remove("Medians"));
        Invalid(Baseline, file => file["Rows"]![0]!["Medians"]![0] = "1");
        Invalid(Baseline, file => file["Format"] = "bench-baseline/2");
        Invalid(Baseline, file => file["Environment"]![0]!.AsObject().Remove("Matters"));
    }

    private static void Invalid(JsonSchema schema, Action<JsonObject> change)
    {
        var file = JsonNode.Parse(File.ReadAllText(Repository("reference/baseline.json")))!.AsObject();
        change(file);
        Assert.False(Evaluate(schema, file.ToJsonString()).IsValid);
    }

    private static void Valid(JsonSchema schema, string text)
    {
        var result = Evaluate(schema, text);
        var wrong = result.Details
            ?.Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}"));
        Assert.True(result.IsValid, string.Join('\n', (wrong ?? []).Take(10)));
    }

    private static EvaluationResults Evaluate(JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        return schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }

    private static JsonSchema Schema(string name) => JsonSchema.FromText(Text(name));

    private static string Text(string name) => File.ReadAllText(Repository($"schema/{name}.schema.json"));

    private static string Repository(string path) => Path.Combine(Suite.Executable.RepositoryRoot(), "results", path);
}
