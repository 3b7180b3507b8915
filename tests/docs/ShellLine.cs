using System.Text;
using System.Text.RegularExpressions;

namespace Bench.Tests.Docs;

/// <summary>A line as a shell reads it, as far as pages use one.</summary>
internal static partial class ShellLine
{
    private static readonly HashSet<string> Keywords = ["if", "then", "else", "fi", "while", "until", "do", "done", "!", "sudo", "env",
        "$"];

    /// <summary>Its commands, each as words without quotes; without comments, redirections, keywords and variables that are set.</summary>
    public static IReadOnlyList<string[]> Commands(string line)
    {
        List<string[]> commands = [];
        List<string> words = [];
        foreach (string? word in Words(line).Append(null))
        {
            if (word is not null)
                words.Add(word);
            else if (Bare(words) is { Length: > 0 } bare)
                commands.Add(bare);
            if (word is null)
                words = [];
        }
        return commands;
    }

    private static string[] Bare(IEnumerable<string> words) =>
        [.. words.SkipWhile(word => Keywords.Contains(word) || Assignment().IsMatch(word))];

    // Null where a command ends.
    private static IEnumerable<string?> Words(string line)
    {
        var word = new StringBuilder();
        bool inWord = false, redirected = false;
        char quote = '\0';
        for (int i = 0; i <= line.Length; i++)
        {
            char at = i < line.Length ? line[i] : '\n';
            if (quote != '\0' && at != '\n')
            {
                quote = at == quote ? '\0' : quote;
                word.Append(quote == '\0' ? "" : at);
                continue;
            }
            if (at is '\'' or '"')
                (quote, inWord) = (at, true);
            else if (at == '#' && !inWord)
                yield break;
            else if (at is '<' or '>')
                (redirected, inWord) = (true, word.Length > 0 && !word.ToString().All(char.IsAsciiDigit) && inWord);
            else if (!char.IsWhiteSpace(at) && at is not ('&' or '|' or ';' or '(' or ')'))
            {
                word.Append(at);
                inWord = true;
            }
            else
            {
                if (inWord && !redirected)
                    yield return word.ToString();
                redirected &= !inWord;
                word.Clear();
                inWord = false;
                if (!char.IsWhiteSpace(at) && !redirected)
                    yield return null;
            }
        }
    }

    [GeneratedRegex("^[A-Za-z_]+=.*$")]
    private static partial Regex Assignment();
}
