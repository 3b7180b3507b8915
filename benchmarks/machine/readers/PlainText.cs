namespace Bench.Machine.Readers;

/// <summary>Words of others that go into a sentence of ours.</summary>
internal static class PlainText
{
    private const int Longest = 40;

    /// <summary>
    /// Its letters, digits and ASCII punctuation, trimmed and cut to 40; nothing that a terminal, a table or a bidirectional script would
    /// act on.
    /// </summary>
    public static string Of(string text) => new string([.. text.Where(letter => letter is >= ' ' and <= '~').Take(Longest)]).Trim();
}
