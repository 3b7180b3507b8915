using Bench.Results.Judge.Tries;
using Bench.Results.Show.Tries;
using Bench.Results.Tries;

namespace Bench.Tests.Trying;

/// <summary>What is recommended from made-up launches.</summary>
public class RecommendationTests
{
    private const double MiB = 1 << 20;

    private static JudgedTime Wall { get; } = JudgedTime.Of("wall", []);

    [Fact]
    public void AGainBeyondChanceIsRecommendedWithWhatToType()
    {
        var made = Recommend(null, Made("a", 0.7, 1), Made("b", 1.01, 1));
        Assert.Equal("a", made.Chosen?.Setting.Id);
        Assert.InRange(made.Chosen!.Time.Ratio, 0.68, 0.72);
        string text = TryText.Of(made);
        Assert.Contains("Use a: 0.7", text, StringComparison.Ordinal);
        Assert.Contains("\n    type a\n", text, StringComparison.Ordinal);
        Assert.Contains("touches every other program", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.99)]
    [InlineData(1.3)]
    public void WhatIsNoGainIsNotRecommended(double ratio)
    {
        var made = Recommend(null, Made("a", ratio, 1), Made("b", 1.1, 1));
        Assert.Null(made.Chosen);
        Assert.Contains("Nothing to gain: leave it as it is.", TryText.Of(made), StringComparison.Ordinal);
    }

    [Fact]
    public void AGainThatTakesTooMuchMemoryIsSaidAndNotRecommended()
    {
        var made = Recommend(1.5, Made("a", 0.5, 2), Made("b", 0.8, 1.1));
        Assert.Equal("b", made.Chosen?.Setting.Id);
        made = Recommend(1.05, Made("a", 0.5, 2), Made("b", 0.8, 1.1));
        Assert.Null(made.Chosen);
        Assert.Contains("it takes 2.00x the memory, beyond the limit of 1.05x", TryText.Of(made), StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoAlikeTheOneThatTouchesNobodyElseIsRecommended()
    {
        var made = Recommend(null, Made("a", 0.7, 1), Made("b", 0.702, 1) with { Reach = Reach.ThisCommand });
        Assert.Equal("b", made.Chosen?.Setting.Id);
        made = Recommend(null, Made("a", 0.6, 1), Made("b", 0.7, 1) with { Reach = Reach.ThisCommand });
        Assert.Equal("a", made.Chosen?.Setting.Id);
    }

    [Fact]
    public void TheBestTwoThatKeepToTheLimitGoOn()
    {
        TriedSetting Looked(string id, double ratio, double memory) => Made(id, ratio, memory) is var made
            ? made with { Looked = made.Judged, Judged = [] } : made;
        var today = Looked("today", 1, 1);
        TriedSetting[] others = [Looked("a", 0.9, 1), Looked("b", 0.5, 3), Looked("c", 0.8, 1), Looked("d", 0.95, 1)];
        Assert.Equal(["b", "c"], Finalists.Of(today, others, Wall, null).Select(setting => setting.Id));
        Assert.Equal(["c", "a"], Finalists.Of(today, others, Wall, 2).Select(setting => setting.Id));
    }

    [Fact]
    public void OneLaunchThatWasDisturbedPutsNoneOutOfTheBest()
    {
        TriedSetting Looked(string id, params double[] milliseconds) => new(id, id, Reach.WholeSystem, [],
            [.. milliseconds.Select((time, i) => new TriedLaunch(i + 1, time * 1e6, 1e6, 0, 0, 0, 0, null))], []);
        TriedSetting[] others = [Looked("a", 20, 21), Looked("b", 15, 442), Looked("c", 18, 19)];
        Assert.Equal(["b", "c"], Finalists.Of(Looked("today", 80, 81), others, Wall, null).Select(setting => setting.Id));
    }

    [Fact]
    public void MemoryThatDiffersByChanceDecidesNothing()
    {
        Assert.Equal("a", Recommend(null, Made("a", 0.7, 1.001), Made("b", 0.705, 1)).Chosen?.Setting.Id);
        Assert.Equal("b", Recommend(null, Made("a", 0.7, 1.1), Made("b", 0.705, 1)).Chosen?.Setting.Id);
    }

    internal static Recommendation Recommend(double? memoryLimit, params TriedSetting[] others) =>
        Recommendation.Of(Attempt(memoryLimit, others), 0.03);

    internal static Attempt Attempt(double? memoryLimit, params TriedSetting[] others) => new()
    {
        Command = ["sort", "a b"],
        User = "somebody",
        Began = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero),
        Environment = [],
        Memory = "sampled",
        Clock = "wall",
        MemoryLimit = memoryLimit,
        Settings = [Today(), .. others],
        LeftOut = [new("c", "can't be set")],
        ExitStatus = 0,
    };

    private static TriedSetting Today() => Made("today", 1, 1) is var made
        ? made with { Title = "as the system stands", Reach = Reach.ThisCommand, HowTo = [], Looked = [.. made.Judged.Take(2)] } : made;

    // Eight rounds whose neighbours share a slow minute now and then, and vary by up to 1 % besides.
    internal static TriedSetting Made(string id, double ratio, double memory)
    {
        var random = new Random(id.Length * 7 + id[0]);
        long bytes = (long)(100 * MiB * memory);
        var launches = Enumerable.Range(1, 8)
            .Select(round => new TriedLaunch(round, 2e9 * ratio * Weather(round), 1e9 * ratio, 2e8, 1000, 0, 0, bytes));
        double Weather(int round) => (round % 3 == 0 ? 1.2 : 1) * (1 + 0.01 * (random.NextDouble() - 0.5));
        return new TriedSetting(id, id, Reach.WholeSystem, [$"type {id}"], [], [.. launches]);
    }
}
