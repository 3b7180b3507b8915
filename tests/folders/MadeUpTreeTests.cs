using Bench.Tests.Results;

namespace Bench.Tests.Folders;

/// <summary>What the folder tests find, on a tree of a few lines.</summary>
public class MadeUpTreeTests
{
    private const string Table = """
        | folder | is | may use |
        | --- | --- | --- |
        | `benchmarks/top` | | all below |
        | `benchmarks/middle` | | `low` |
        | `benchmarks/other` | | |
        | `benchmarks/low` | | |
        """;

    [Fact]
    public void ArrowsOfTheTablePass()
    {
        var found = Tree(("top/A.cs", "class A { B b; C c; }"), ("middle/B.cs", "class B { C c; }"), ("low/C.cs", "class C { }"));
        Assert.Equal(3, found.Count);
        Assert.Empty(FolderTable.Parse(Table).Breaches(found));
        Assert.Empty(Rings.Of(found, 1));
    }

    [Theory]
    [InlineData("class C { B b; }", "a type")]
    [InlineData("class C { int x = B.Number; }", "a constant, which the compiler writes out")]
    [InlineData("class C { string x = nameof(B); }", "nameof")]
    [InlineData("class C { string x = nameof(B.Of); }", "nameof of a method")]
    [InlineData("[B] class C { }", "an attribute")]
    [InlineData("class C { void M() { 1.Longer(); } }", "an extension")]
    public void AnArrowThatRunsUpIsNamedWithBothPlaces(string low, string what)
    {
        const string Middle = """
            [System.AttributeUsage(System.AttributeTargets.All)]
            class B : System.Attribute { public const int Number = 3; public static void Of(int x) { } public static void Of(long x) { } }
            static class Long { public static int Longer(this int x) => x; }
            """;
        string breach = Assert.Single(FolderTable.Parse(Table).Breaches(Tree(("middle/B.cs", Middle), ("low/C.cs", "// a line\n" + low))));
        Assert.True(
            breach.StartsWith("benchmarks/low uses benchmarks/middle, which stands above it: benchmarks/low/C.cs:2 names ",
                StringComparison.Ordinal)
            && breach.Contains(" of benchmarks/middle/B.cs:", StringComparison.Ordinal), $"{what}: {breach}");
    }

    [Fact]
    public void AnArrowDownThatNobodyAllowsIsNamed() => Assert.StartsWith("benchmarks/other may not use benchmarks/low: ",
        Assert.Single(FolderTable.Parse(Table).Breaches(Tree(("other/A.cs", "class A : C { }"), ("low/C.cs", "class C { }")))));

    [Fact]
    public void AFolderWithoutARowIsNamed() => Assert.StartsWith("benchmarks/new has no row ",
        Assert.Single(FolderTable.Parse(Table).Breaches(Tree(("new/A.cs", "class A : C { }"), ("low/C.cs", "class C { }")))));

    [Fact]
    public void ARingThroughAThirdFolderIsNamedAtEachOfItsArrows()
    {
        var found = Tree(("top/A.cs", "class A { B b; }"), ("middle/B.cs", "class B { C c; }"), ("low/C.cs", "class C { A a; }"),
            ("other/D.cs", "class D { A a; }"));
        Assert.Equal(
            [
                "benchmarks/low <-> benchmarks/top: benchmarks/low/C.cs:1 names A of benchmarks/top/A.cs:1",
                "benchmarks/middle <-> benchmarks/low: benchmarks/middle/B.cs:1 names C of benchmarks/low/C.cs:1",
                "benchmarks/top <-> benchmarks/middle: benchmarks/top/A.cs:1 names B of benchmarks/middle/B.cs:1",
            ],
            Rings.Of(found, 1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ARingBelowShowsAtItsDepth()
    {
        var found = Tree(("low/x/A.cs", "class A { B b; }"), ("low/y/B.cs", "class B { A a; }"));
        Assert.Empty(Rings.Of(found, 1));
        Assert.Equal(2, Rings.Of(found, 2).Count);
    }

    [Fact]
    public void WhatIsDeclaredInBothFoldersIsNoArrow() =>
        Assert.DoesNotContain(Tree(("top/A.cs", "partial class A { int x = y; }"), ("low/A.cs", "partial class A { A a; }")),
            found => found.Name == "A");

    [Fact]
    public void AnExceptionPassesAndMustStillBeThere()
    {
        const string Excepted = Table + "\n## Exceptions\n| `benchmarks/low` | `benchmarks/middle` | why |\n";
        var found = Tree(("middle/B.cs", "class B { C c; }"), ("low/C.cs", "class C { B b; }"));
        Assert.Empty(FolderTable.Parse(Excepted).Breaches(found));
        Assert.Empty(Rings.Of(FolderTable.Parse(Excepted).WithoutExceptions(found), 1));
        Assert.StartsWith("benchmarks/low no longer uses benchmarks/middle", Assert.Single(FolderTable.Parse(Excepted).Breaches([])));
    }

    [Fact]
    public void ATypeThatNobodyKnowsIsAnError() =>
        Assert.Contains("Nowhere", Assert.Throws<InvalidOperationException>(() => Tree(("low/A.cs", "class A { Nowhere n; }"))).Message);

    private static IReadOnlyList<Reference> Tree(params (string Path, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
            folder.Write($"benchmarks/{path}", text);
        return SourceReferences.Read(folder.Path, "benchmarks");
    }
}
