using System.Text;
using System.Text.RegularExpressions;
using Bench.Results.Data;

namespace Bench.Commands;

/// <summary>
/// A command's words as sh(1) reads them, of quotes, backslashes and blanks (POSIX, Shell Command Language, 2.2). What a shell would do
/// besides (pipes, redirections, variables, patterns) nobody does here: such a character has to be quoted.
/// </summary>
internal sealed partial class CommandWords
{
    private const string Everywhere = "|&;<>()$`*?[\n";
    private const string AtBeginning = "~#";
    private const string InDouble = "$`";

    private readonly string line;
    private readonly List<string> words = [];
    private readonly StringBuilder word = new();
    private bool inWord;
    private int at;

    private CommandWords(string line) => this.line = line;

    /// <summary>The words, one or more.</summary>
    /// <exception cref="ReadException">It is no command, or one for a shell.</exception>
    public static IReadOnlyList<string> Of(string line)
    {
        var reader = new CommandWords(line);
        while (reader.at < line.Length)
            reader.Take(line[reader.at++]);
        reader.EndWord();
        return reader.words.Count == 0 ? throw Wrong("an empty command")
            : Assignment().IsMatch(reader.words[0]) ? throw Wrong($"'{reader.words[0]}' is for a shell: write env {reader.words[0]} …")
            : reader.words;
    }

    private void Take(char c)
    {
        if (c is ' ' or '\t')
            EndWord();
        else if (c == '\'')
            TakeSingle();
        else if (c == '"')
            TakeDouble();
        else if (Everywhere.Contains(c) || (!inWord && AtBeginning.Contains(c)))
            throw ForShell(c);
        else
            Add(c == '\\' ? Next("a backslash") : c);
    }

    private void TakeSingle()
    {
        inWord = true;
        for (char c = Next("a quote"); c != '\''; c = Next("a quote"))
            word.Append(c);
    }

    private void TakeDouble()
    {
        inWord = true;
        for (char c = Next("a quote"); c != '"'; c = Next("a quote"))
        {
            if (InDouble.Contains(c))
                throw ForShell(c);
            if (c == '\\' && at < line.Length && line[at] is '$' or '`' or '"' or '\\')
                c = line[at++];
            word.Append(c);
        }
    }

    private void Add(char c)
    {
        inWord = true;
        word.Append(c);
    }

    private char Next(string what) => at < line.Length ? line[at++] : throw Wrong($"{what} without an end in: {line}");

    private void EndWord()
    {
        if (inWord)
            words.Add(word.ToString());
        word.Clear();
        inWord = false;
    }

    private static ReadException ForShell(char c) =>
        Wrong($"'{(c == '\n' ? "a new line" : c)}' is for a shell: quote it, or give --shell");

    private static ReadException Wrong(string why) => new("--command", why);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*=")]
    private static partial Regex Assignment();
}
