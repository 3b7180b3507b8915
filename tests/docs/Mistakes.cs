namespace Bench.Tests.Docs;

/// <summary>What is wrong with pages, a line each.</summary>
internal static class Mistakes
{
    /// <summary>Fails with all of them, in full, which the assertion of an empty collection would cut off.</summary>
    public static void None(IEnumerable<string> mistakes)
    {
        string[] found = [.. mistakes];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
