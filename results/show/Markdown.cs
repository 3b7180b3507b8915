using System.Text;

namespace Bench.Results.Show;

/// <summary>Text as markdown wants it.</summary>
internal static class Markdown
{
    /// <summary>Text on one line that means nothing to markdown.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(c switch
            {
                '\n' or '\r' => " ",
                '|' or '*' or '_' or '`' or '[' or ']' or '\\' or '#' => $"\\{c}",
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
