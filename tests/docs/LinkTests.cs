using System.Text.RegularExpressions;

namespace Bench.Tests.Docs;

/// <summary>What pages point to is there.</summary>
public partial class LinkTests
{
    [Fact]
    public void NoLinkIsDead() => Mistakes.None(Page.All.SelectMany(DeadIn));

    [Fact]
    public void NoFileThatIsNamedIsGone() => Mistakes.None(Page.All.SelectMany(GoneIn));

    [Fact]
    public void ThePagesAreFound()
    {
        string[] names = Page.All.Select(page => page.Name).ToArray();
        Assert.Superset(new HashSet<string> { "README.md", "docs/architecture.md", "results/README.md" }, names.ToHashSet());
        Assert.DoesNotContain(names, name => name.Contains("/golden/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[a](#words)")]
    [InlineData("[a](glossary.md#words)")]
    [InlineData("[a](../README.md) ![b](../results/reference/figure1-calls.svg) [c](https://example.org/gone)")]
    [InlineData("`docs/glossary.md`, `glossary.md#words`, `https://x/y.md`, `*.cs`, `kernel/build/results.json`")]
    public void WhatIsThereIsNotDead(string text)
    {
        var page = new Page("docs/made-up.md", $"# Words\n\n{text}\n");
        Mistakes.None(DeadIn(page).Concat(GoneIn(page)));
    }

    [Theory]
    [InlineData("[a](nowhere.md)", "docs/made-up.md:3: nowhere.md leads to nothing")]
    [InlineData("[a](glossary.md#gone)", "docs/made-up.md:3: glossary.md#gone: no such heading in docs/glossary.md")]
    [InlineData("[a](#gone)", "docs/made-up.md:3: #gone: no such heading in docs/made-up.md")]
    [InlineData("![a](../../outside.svg)", "docs/made-up.md:3: ../../outside.svg leads to nothing")]
    [InlineData("`docs/nowhere.md`", "docs/made-up.md:3: docs/nowhere.md is gone")]
    public void WhatIsGoneIsNamed(string text, string expected)
    {
        var page = new Page("docs/made-up.md", $"# Words\n\n{text}\n");
        Assert.Equal(expected, Assert.Single(DeadIn(page).Concat(GoneIn(page))));
    }

    private static IEnumerable<string> DeadIn(Page page) => page.Links.Where(link => !Elsewhere().IsMatch(link.Url))
        .Select(link => WhyDead(page, link.Url) is { } why ? $"{link.Place}: {why}" : null).OfType<string>();

    private static string? WhyDead(Page page, string url)
    {
        var (path, anchor) = url.IndexOf('#') is >= 0 and var at ? (url[..at], url[(at + 1)..]) : (url, "");
        string target = path.Length == 0 ? page.Name : page.Target(path);
        if (path.Length > 0 && (target.StartsWith("..", StringComparison.Ordinal) || !Path.Exists(Path.Combine(Page.Root, target))))
            return $"{url} leads to nothing";
        var there = target == page.Name ? page : Page.Named(target);
        return anchor.Length == 0 || there?.Anchors.Contains(anchor) == true ? null : $"{url}: no such heading in {target}";
    }

    // In backticks, of what is no link: a file below one of the repository's folders.
    private static IEnumerable<string> GoneIn(Page page) => page.Code
        .Where(code => FilePath().IsMatch(code.Text) && !code.Text.StartsWith("kernel/build/", StringComparison.Ordinal))
        .Where(code => Directory.Exists(Path.Combine(Page.Root, code.Text.Split('/')[0])))
        .Where(code => !File.Exists(Path.Combine(Page.Root, code.Text)) && !File.Exists(Path.Combine(Page.Root, page.Target(code.Text))))
        .Where(code => page.Name != AddedFiles.Page)
        .Select(code => $"{code.Place}: {code.Text} is gone");

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+\.(md|cs|c|svg|csv|json|yml|yaml|csproj)$")]
    private static partial Regex FilePath();
}
