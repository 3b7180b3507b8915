namespace Bench.Tests.Docs;

/// <summary>
/// Output that pages show is what is printed. BENCH_GOLDEN=write puts what is printed now into the pages; look at the difference before it
/// is committed.
/// </summary>
public class ShownOutputTests
{
    private const string Renew = "BENCH_GOLDEN";

    [Fact]
    public void ShownOutputIsWhatIsPrinted()
    {
        foreach (var page in Page.All)
        {
            var now = page;
            for (int i = 0; i < ShownOutput.Of(now).Count() && Environment.GetEnvironmentVariable(Renew) == "write"; i++)
                now = new Page(page.Name, ShownOutput.Of(now).ElementAt(i).Renewed(now));
            if (now.Text != page.Text)
                File.WriteAllText(Path.Combine(Page.Root, page.Name), now.Text);
            Mistakes.None(ShownOutput.Of(now).Select(shown => shown.WhyNot()).OfType<string>());
        }
    }

    [Fact]
    public void EveryBlockOfOutputSaysWhatItIsOf() => Mistakes.None(Page.All.SelectMany(Unmarked));

    [Theory]
    [InlineData("```\na\nb\n```", null)]
    [InlineData("```\na\n…\n```", null)]
    [InlineData("```\n…\nb\n```", null)]
    [InlineData("> a\n> b\n\nmore", null)]
    [InlineData("```\na\n```", "made-up.md:4: x goes on with 'b'")]
    [InlineData("```\na\nc\n```", "made-up.md:5: 'c' is not what x has there, which is 'b'")]
    [InlineData("```\nb\n```", "made-up.md:4: 'b' is not what x has there, which is 'a'")]
    [InlineData("```\na\nb\nc\n```", "made-up.md:6: 'c' is not what x has there")]
    [InlineData("", "made-up.md:1: no block stands under it")]
    public void OutputIsHeldLineByLine(string block, string? expected) =>
        Assert.Equal(expected, MadeUp("output", block).WhyNot(["a", "b"], inFull: true));

    [Theory]
    [InlineData("a\nc", null)]
    [InlineData("c\na", "made-up.md:4: 'a' is not what x has there")]
    [InlineData("a\nd", "made-up.md:4: 'd' is not what x has there")]
    public void LinesOfAFileStandInItsOrder(string block, string? expected) =>
        Assert.Equal(expected, MadeUp("lines", block).WhyNot(["a", "b", "c"], inFull: false));

    [Fact]
    public void ABlockWithoutItsSourceIsNamed()
    {
        string found = Assert.Single(Unmarked(new Page("made-up.md", "a\n\n```\nb\n```\n")));
        Assert.Equal("made-up.md:3: a block of output that doesn't say what it is of", found);
        Mistakes.None(Unmarked(new Page("made-up.md", "<!-- lines of: x -->\n```\nb\n```\n\n```sh\nc\n```\n")));
    }

    private static ShownOutput MadeUp(string kind, string block) =>
        ShownOutput.Of(new Page("made-up.md", $"<!-- {kind} of: x -->\n\n{block}\n")).Single();

    private static IEnumerable<string> Unmarked(Page page)
    {
        var marked = ShownOutput.Of(page).Select(shown => shown.First - 1).ToHashSet();
        bool inside = false;
        foreach (var (at, line) in page.Lines.Index().Where(line => line.Item.StartsWith("```", StringComparison.Ordinal)))
        {
            if (!inside && line is "```" or "```text" && !marked.Contains(at))
                yield return $"{page}:{at + 1}: a block of output that doesn't say what it is of";
            inside = !inside;
        }
    }
}
