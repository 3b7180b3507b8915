using Bench.Planning;
using Bench.Tests.Results;
using CsCheck;

namespace Bench.Tests.Planning;

public sealed class KeptChoicesTests : IDisposable
{
    private static readonly Occasion Here = new("build", "environment", "rows", 300);
    private static readonly Choice Chosen = new(new Step(256L << 20, 10), 291.27, Fits: true);

    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    private KeptChoices Kept => new(Path.Combine(folder.Path, "artifacts"), said.Add);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AChoiceIsFoundAgain()
    {
        Kept.Keep(Here, Chosen);
        Assert.Equal(Chosen.Step, Kept.Find(Here));
        Assert.Empty(said);
    }

    [Fact]
    public void NotForAnotherBuildMachineSelectionOrBudget()
    {
        Kept.Keep(Here, Chosen);
        Assert.All([Here with { Build = "b" }, Here with { Environment = "e" }, Here with { Selection = "s" }, Here with { Budget = 60 }],
            other => Assert.Null(Kept.Find(other)));
    }

    [Fact]
    public void TheLastSixteenAreKeptEachOnce()
    {
        for (int time = 0; time < 20; time++)
            Kept.Keep(Here with { Budget = time }, Chosen);
        Kept.Keep(Here with { Budget = 19 }, Chosen with { Step = new Step(1 << 20, 8) });
        Assert.Equal(new Step(1 << 20, 8), Kept.Find(Here with { Budget = 19 }));
        Assert.Equal(Enumerable.Range(4, 16), Enumerable.Range(0, 20).Where(time => Kept.Find(Here with { Budget = time }) is not null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Format":"bench-budget/2","Choices":[]}""")]
    [InlineData("""{"Format":"bench-budget/1","Choices":[null]}""")]
    [InlineData("""{"Format":"bench-budget/1","Choices":[{"For":null,"RegionBytes":1,"Iterations":1,"Forecast":1}]}""")]
    [InlineData("""{"Format":"bench-budget/1","Choices":[],"More":1}""")]
    public void AnythingElseIsNotUsedAndSaidInOneLine(string text)
    {
        folder.Write("artifacts/budget.json", text);
        Assert.Null(Kept.Find(Here));
        Assert.Contains("is not used", Assert.Single(said), StringComparison.Ordinal);
        Kept.Keep(Here, Chosen);
        Assert.Equal(Chosen.Step, Kept.Find(Here));
    }

    [Fact]
    public void DamagedFilesHarmNothing()
    {
        Kept.Keep(Here, Chosen);
        byte[] whole = File.ReadAllBytes(Kept.Path);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((place, letter) =>
        {
            byte[] damaged = [.. whole];
            damaged[place] = letter;
            File.WriteAllBytes(Kept.Path, damaged);
            _ = Kept.Find(Here);
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void WhatNeverEndsIsNotOpened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no /dev/zero here");
        Directory.CreateDirectory(Path.GetDirectoryName(Kept.Path)!);
        File.CreateSymbolicLink(Kept.Path, "/dev/zero");
        Assert.Null(Kept.Find(Here));
        Assert.Single(said);
    }

    [Fact]
    public void APipeIsNotWaitedForAndWhatALinkNamesIsNotMade()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no mkfifo here");
        Directory.CreateDirectory(Path.GetDirectoryName(Kept.Path)!);
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Kept.Path]))
            made.WaitForExit();
        Kept.Keep(Here, Chosen);
        File.Delete(Kept.Path);
        string elsewhere = Path.Combine(folder.Path, "elsewhere");
        File.CreateSymbolicLink(Kept.Path, elsewhere);
        Kept.Keep(Here, Chosen);
        Assert.False(File.Exists(elsewhere));
        Assert.Equal(2, said.Count(line => line.EndsWith("is no regular file", StringComparison.Ordinal)));
    }

    [Fact]
    public void WhereNothingCanBeKeptTheRunGoesOn()
    {
        folder.Write("artifacts", "a file");
        Kept.Keep(Here, Chosen);
        Assert.Contains("not kept", Assert.Single(said), StringComparison.Ordinal);
    }
}
