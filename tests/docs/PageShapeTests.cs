namespace Bench.Tests.Docs;

/// <summary>The front door is short, and pages can be read where they are changed.</summary>
public class PageShapeTests
{
    private const int LongestLine = 140;

    [Fact]
    public void TheReadmeHasAtMost150Lines() => Assert.InRange(Page.Named("README.md")!.Lines.Length, 1, 150);

    [Fact]
    public void NoTableOfTheReadmeHasMoreThan12Rows() =>
        Assert.All(Page.Named("README.md")!.Tables, table => Assert.True(table.Rows - 1 <= 12, $"{table.Place}: {table.Rows - 1} rows"));

    [Fact]
    public void NoLineOutsideTablesAndOutputIsLongerThan140Characters() => Mistakes.None(Page.All
        .SelectMany(page => page.Lines.Index().Where(line => line.Item.Length > LongestLine && !line.Item.TrimStart().StartsWith('|'))
            .ExceptBy(ShownOutput.Of(page).SelectMany(shown => Enumerable.Range(shown.First, shown.Lines.Count)), line => line.Index)
            .Select(line => $"{page}:{line.Index + 1}: {line.Item.Length} characters")));
}
