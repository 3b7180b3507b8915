namespace Bench.Results.Read;

/// <summary>
/// NaN and infinity as bare words, as BenchmarkDotNet before 0.13 wrote them for statistics of few iterations: no JSON. Later versions
/// write empty text, and so these become it, so that only who needs the number complains.
/// </summary>
internal static class NotANumber
{
    /// <summary>The text with empty texts in their places, as long as it was; null where there is none.</summary>
    public static byte[]? Blank(ReadOnlySpan<byte> json)
    {
        byte[]? blanked = null;
        for (var (i, inText) = (0, false); i < json.Length; i++)
            if (json[i] == '"')
                inText = !inText;
            else if (inText)
                i += json[i] == '\\' ? 1 : 0;
            else if (WordAt(json[i..]) is > 0 and var length)
            {
                blanked ??= json.ToArray();
                var word = blanked.AsSpan(i, length);
                word.Fill((byte)' ');
                "\"\""u8.CopyTo(word);
                i += length - 1;
            }

        return blanked;
    }

    private static int WordAt(ReadOnlySpan<byte> text) =>
        text.StartsWith("NaN"u8) ? 3 : text.StartsWith("Infinity"u8) ? 8 : text.StartsWith("-Infinity"u8) ? 9 : 0;
}
