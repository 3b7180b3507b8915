using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bench.Results.Data;
using Bench.Results.Profiles;
using Bench.Results.Show.Profiles;
using Bench.Results.Statistics;
using Bench.Tests.Suite;
using Json.Schema;

namespace Bench.Tests.Results.Profiles;

/// <summary>
/// Every output of a made-up profile. BENCH_GOLDEN=write renews the golden files; look at the difference before it is committed.
/// </summary>
public partial class ProfileTests
{
    private static readonly Profile Demand = new()
    {
        FullName = "Bench.Workloads.PageFault.Touch(Mechanism: Demand, Pages: 1, Order: sequential)",
        Title = "PageFault Demand 1 sequential",
        Operation = "page",
        Event = "cpu-clock",
        IsTimer = true,
        Hertz = 10_000,
        Nanoseconds = 2400,
        Slowdown = 0.012,
        Turns = 12,
        Lost = 0,
        Throttled = 0,
        Stacks =
        [
            new([], 50),
            new(["asm_exc_page_fault", "exc_page_fault"], 100),
            new(["asm_exc_page_fault", "exc_page_fault", "handle_mm_fault", "do_anonymous_page", "clear_page_erms"], 600),
            new(["asm_exc_page_fault", "exc_page_fault", "handle_mm_fault", "get_page_from_freelist", "_raw_spin_unlock_irqrestore"], 200),
            new(["asm_exc_page_fault", "exc_page_fault", "asm_sysvec_apic_timer_interrupt", "clear_page_erms"], 40),
            new(["asm_exc_page_fault", "a_function;of<nobody>", "memset"], 10),
        ],
    };

    private static readonly Profile Disturbed = Demand with
    {
        FullName = "Bench.Workloads.Syscall.Getpid",
        Title = "Syscall getpid",
        Operation = "operation",
        Event = "cycles",
        IsTimer = false,
        Slowdown = 0.07,
        Lost = 3,
        Throttled = 2,
        Stacks = [new(["entry_SYSCALL_64"], 1)],
    };

    private static readonly IReadOnlyList<LeftOut> LeftOut = [new("Scaling Demand 2", "other threads do its work")];

    private static readonly Dictionary<string, Func<string>> Outputs = new()
    {
        ["profile.md"] = () => ProfileText.Of(Demand) + ProfileText.Of(Disturbed) + ProfileText.Notes([Demand, Disturbed]),
        ["profile.folded"] = () => FoldedStacks.Write([Demand, Disturbed]),
        ["profile.speedscope.json"] = () => Speedscope.Write([Demand, Disturbed]),
        ["profile.json"] = () => JsonProfiles.Write([Demand, Disturbed], LeftOut),
    };

    public static TheoryData<string> Names => [.. Outputs.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EachOutputIsWhatItWas(string name)
    {
        string file = Path.Combine(Executable.RepositoryRoot(), "tests", "results", "profiles", "golden", name);
        string now = Outputs[name]().ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("BENCH_GOLDEN") == "write")
            File.WriteAllText(file, now);
        Assert.Equal(File.ReadAllText(file), now);
    }

    [Fact]
    public void SharesAreOfAllSamplesAndStagesHoldTheirFunctions()
    {
        var parts = new Breakdown(Demand, StageTable.Own);
        Assert.Equal(
            [
                ("clearing", 600), ("allocation", 200), ("entry and exit", 100), (StageTable.User, 50), ("interrupts", 40),
                (StageTable.NotPlaced, 10),
            ],
            parts.Stages.Select(stage => (stage.Name, (int)stage.Samples)));
        Assert.Equal(1, parts.Functions.Sum(function => function.Share.Share), 12);
        Assert.Equal("a_function;of<nobody>", Assert.Single(parts.NotPlaced).Name);
    }

    [Fact]
    public void TheJsonIsWhatItsSchemaSays()
    {
        IsAProfile(Outputs["profile.json"]());
        var wrong = JsonNode.Parse(Outputs["profile.json"]())!;
        wrong["Rows"]![0]!["Stages"]![0]!["Share"] = 1.5;
        Assert.False(Evaluate(wrong.ToJsonString()).IsValid);
    }

    [Fact]
    public void SpeedscopesStacksNameFramesThatThereAre()
    {
        var file = JsonNode.Parse(Outputs["profile.speedscope.json"]())!;
        int frames = file["shared"]!["frames"]!.AsArray().Count;
        foreach (var profile in file["profiles"]!.AsArray())
        {
            int[][] stacks = profile!["samples"].Deserialize<int[][]>()!;
            long[] weights = profile["weights"].Deserialize<long[]>()!;
            Assert.Equal((stacks.Length, (long)profile["endValue"]!), (weights.Length, weights.Sum()));
            Assert.All(stacks.SelectMany(stack => stack), frame => Assert.InRange(frame, 0, frames - 1));
        }
    }

    /// <summary>Of Wilson's paper's kind; the figures are those of R's prop.test(k, n, correct = FALSE).</summary>
    [Theory]
    [InlineData(0, 10, 0, 0.27753)]
    [InlineData(10, 10, 0.72247, 1)]
    [InlineData(5, 10, 0.23659, 0.76341)]
    [InlineData(100, 1000, 0.08291, 0.12016)]
    public void AnIntervalOfAShareIsWilsons(long count, long all, double lower, double upper)
    {
        var share = Proportion.Of(count, all);
        Assert.Equal((double)count / all, share.Share);
        Assert.Equal(lower, share.Lower, 4);
        Assert.Equal(upper, share.Upper, 4);
    }

    /// <summary>Of the made-up one each frame is wide enough to be seen.</summary>
    [Fact]
    public void ThePageHasEveryFrameAsWideAsItsShareAndFetchesNothing()
    {
        string page = ProfilePage.Write([Demand, Disturbed]);
        var drawings = Drawing().Matches(page).Select(match => XElement.Parse(match.Value)).ToArray();
        Assert.Equal(8, drawings.Length);
        // The wide flame graph of the first row.
        var frames = drawings[2].Elements("g").ToLookup(frame => frame.Element("title")!.Value.Split(": ")[0]);
        var expected = Demand.Stacks.SelectMany(stack => stack.Functions).Append(Demand.Title).Distinct();
        Assert.Equal(expected.Order(), frames.Select(frame => frame.Key).Order());
        double Width(string name) => (double)frames[name].First().Element("rect")!.Attribute("width")!;
        Assert.Equal(0.2, Width("get_page_from_freelist") / Width(Demand.Title), 3);
        Assert.Equal(0.95, Width("asm_exc_page_fault") / Width(Demand.Title), 3);
        Assert.DoesNotContain("http", page.Replace("http-equiv", ""), StringComparison.Ordinal);
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    internal static void IsAProfile(string text)
    {
        var result = Evaluate(text);
        var wrong = result.Details?.Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}"));
        Assert.True(result.IsValid, string.Join('\n', (wrong ?? []).Take(10)));
    }

    private static EvaluationResults Evaluate(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Schema.Value.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }

    private static Lazy<JsonSchema> Schema { get; } = new(() =>
        JsonSchema.FromText(File.ReadAllText(Path.Combine(Executable.RepositoryRoot(), "results", "schema", "profile.schema.json"))));
}
