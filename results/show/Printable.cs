using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bench.Results.Show;

/// <summary>
/// Text from outside (reports, names of files, the machine) as text that can be seen and nothing else. What a terminal obeys (control
/// characters, ECMA-48), what turns the order of the letters around it (bidi controls, UAX 9) and what has no shape at all is written as
/// <c>\u001b</c>; spaces of all lengths in a line become one kind. JSON escapes in the same way, so that JSON says the same afterwards.
/// </summary>
public static class Printable
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n']);

    /// <summary>Text of one line: what ends a line becomes a space.</summary>
    public static string Line(string text) => Text(text).Replace('\n', ' ');

    /// <summary>Text of several lines, which end with a line feed.</summary>
    public static string Text(string text)
    {
        // Mostly there is nothing to write in another way, of which a page's megabytes need no copy.
        StringBuilder? shown = null;
        var (kept, at) = (0, 0);
        for (int plain; (plain = text.AsSpan(at).IndexOfAnyExcept(Plain)) >= 0;)
        {
            at += plain;
            bool whole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out int length) == OperationStatus.Done;
            if (!whole || !IsSeen(rune))
            {
                shown = (shown ?? new StringBuilder(text.Length)).Append(text, kept, at - kept);
                Append(shown, text.AsSpan(at, length), whole && IsSpace(rune));
                kept = at + length;
            }

            at += length;
        }

        return shown?.Append(text, kept, text.Length - kept).ToString() ?? text;
    }

    private static void Append(StringBuilder shown, ReadOnlySpan<char> unseen, bool isSpace)
    {
        if (isSpace)
            shown.Append(' ');
        else
            foreach (char unit in unseen)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
    }

    private static bool IsSeen(Rune rune) => rune.Value == '\n' || (!IsNoCharacter(rune) && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    // The last two of each plane, which no text has; XML refuses U+FFFE and U+FFFF.
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE;

    // Tab, the ends of lines that are no line feed, NEL, and Unicode's two separators.
    private static bool IsSpace(Rune rune) => rune.Value is '\t' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029;
}
