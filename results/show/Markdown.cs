using System.Text;

namespace Bench.Results.Show;

/// <summary>Text as markdown wants it.</summary>
public static class Markdown
{
    /// <summary>Text on one line that means nothing to markdown, GitHub's tables, links, and formulas included.</summary>
    public static string Text(string text)
    {
        string line = Printable.Line(text).Trim();
        var escaped = new StringBuilder(line.Length);
        for (int i = 0; i < line.Length; i++)
            _ = line[i] switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                var c => (IsMarkup(line, i) ? escaped.Append('\\') : escaped).Append(c),
            };
        return escaped.ToString();
    }

    private static bool IsMarkup(string line, int at) => line[at] switch
    {
        '|' or '*' or '`' or '[' or ']' or '\\' or '#' or '$' => true,
        // Inside a word it is a letter like others.
        '_' => at == 0 || !char.IsAsciiLetterOrDigit(line[at - 1]) || !char.IsAsciiLetterOrDigit(At(line, at + 1)),
        '~' => At(line, at + 1) != ' ',
        // A list, a rule, a heading's underline.
        '-' or '+' or '=' => at == 0 && At(line, 1) is (' ' or '-' or '='),
        '.' or ')' => at > 0 && At(line, at + 1) == ' ' && !line.AsSpan(0, at).ContainsAnyExceptInRange('0', '9')
            || at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        // What GitHub makes a link of without being asked.
        ':' => At(line, at + 1) == '/' && At(line, at + 2) == '/',
        _ => false,
    };

    // The end of the line counts as a space.
    private static char At(string line, int at) => at < line.Length ? line[at] : ' ';
}
