using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Prove;
using Bench.Tests.Results;
using Bench.Workloads;
using CsCheck;

namespace Bench.Tests.Prove;

public class ProveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void APlantedCopyDiffersInOnePropertyOnly()
    {
        string built =
            Path.GetDirectoryName(
                folder.Write("built/Benchmarks.runtimeconfig.json", """{"runtimeOptions":{"configProperties":{"a":1}}}"""))!;
        folder.Write("built/sub/other.txt", "text");
        string copy = PlantedCopy.Make(built, Path.Combine(folder.Path, "copy"), PlantedCopy.Spin, 7);
        Assert.Equal("text", File.ReadAllText(Path.Combine(copy, "sub/other.txt")));
        var properties =
            JsonNode.Parse(File.ReadAllText(Path.Combine(copy, "Benchmarks.runtimeconfig.json")))!["runtimeOptions"]!["configProperties"]!;
        Assert.Equal("""{"a":1,"Bench.Planted.Spin":"7"}""", properties.ToJsonString());
    }

    [Fact]
    public void TheBenchmarksThatArePlantedExist() => Assert.Equal(
        [$"{typeof(Planted).FullName}.{nameof(Planted.Spin)}", $"{typeof(Planted).FullName}.{nameof(Planted.Calls)}"],
        new[] { PlantedCopy.Spin, PlantedCopy.Calls }.Select(work => PlantedCopy.Benchmark(work)));

    [Fact]
    public void ToolsCallSlowerWhatIs()
    {
        var old = Sample.Run(("A", [100, 101, 99, 102]), ("B", [100, 101, 99, 102]));
        var current = Sample.Run(("A", [110, 111, 112, 113]), ("B", [100, 101, 99, 102]));
        foreach (var run in new[] { old, current })
            Assert.All(run.Rows, row => Assert.NotEmpty(row.Launches[0].Values));
        Assert.All(RivalRule.All, rule => Assert.Equal(["Bench.Workloads.Syscall.A"], rule.Alarms(old, current)));
        Assert.All(RivalRule.All, rule => Assert.Empty(rule.Alarms(current, old)));
    }

    [Fact]
    public void TrialsComeBackAsTheyWereKept() =>
        Gen.Select(Gen.Enum<TrialKind>(), Gen.Int[0, 50], Gen.Double[0, 1e4], Gen.String.Array[0, 3]).Sample(drawn =>
    {
        string path = Path.Combine(folder.Path, Guid.NewGuid().ToString("N"));
        var (kind, planted, seconds, rows) = drawn;
        var log = new TrialLog(path);
        log.Add(
            new Trial(kind, planted, seconds, new Dictionary<string, IReadOnlyList<string>> { ["ours"] = rows }, 1.5,
                DateTimeOffset.UnixEpoch));
        var back = Assert.Single(log.Read());
        return (back.Kind, back.Planted, back.Seconds) == (kind, planted, seconds) && back.Alarms["ours"].SequenceEqual(rows);
    }, iter: 50);

    [Fact]
    public void ATrialWithoutThePlantedRowComesBack()
    {
        var log = new TrialLog(Path.Combine(folder.Path, "trials.jsonl"));
        log.Add(new Trial(TrialKind.Ab, 0, 1, new Dictionary<string, IReadOnlyList<string>>(), double.NaN, DateTimeOffset.UnixEpoch));
        Assert.Equal(double.NaN, Assert.Single(log.Read()).Ratio);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Kind":"Ab"}""")]
    [InlineData("""{"Kind":"Nonsense","Planted":0,"Seconds":1,"Alarms":{},"Ratio":1,"Time":"2026-01-01T00:00:00Z"}""")]
    public void GarbageIsNoTrial(string line) =>
        Assert.Throws<ReadException>(() => new TrialLog(folder.Write("trials.jsonl", line)).Read());

    [Fact]
    public void TheTableCountsFalseAlarmsAndFinds()
    {
        Trial Of(TrialKind kind, int planted, params string[] alarms) =>
            new(kind, planted, 60, new Dictionary<string, IReadOnlyList<string>> { ["ours"] = alarms }, 1, DateTimeOffset.UnixEpoch);
        var relative = Of(TrialKind.Gate, 5) with { Alarms = new Dictionary<string, IReadOnlyList<string>> { ["ours, --relative"] = [] } };
        string table = ProofTable.Write(
        [
            relative,
            Of(TrialKind.Ab, 0), Of(TrialKind.Ab, 0, "x"), Of(TrialKind.Gate, 0) with { Undecided = ["ours"] },
            Of(TrialKind.Ab, 10, PlantedCopy.Benchmark(PlantedCopy.Spin)),
            Of(TrialKind.Ab, 10, PlantedCopy.Benchmark(PlantedCopy.Spin), "x"), Of(TrialKind.Ab, 10),
            Of(TrialKind.Ab, 10) with { Work = PlantedCopy.Calls },
        ]);
        Assert.Contains("| 2 ab | nothing | | 1 of 2 false |", table);
        Assert.Contains("| 1 gate | nothing | | 0 of 1 false, 1 inconclusive |", table);
        Assert.Contains("| 3 ab | 10 % of a loop | | 2 of 3 found, 1 false |", table);
        Assert.Contains("| 1 ab | 10 % of system calls | | 0 of 1 found |", table);
    }
}
