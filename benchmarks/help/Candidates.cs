using System.CommandLine;
using System.CommandLine.Completions;

namespace Bench.Help;

/// <summary>What a word of a command line can become.</summary>
/// <param name="Words">Words, each with what it means.</param>
/// <param name="Paths">Which paths, besides: <c>files</c>, <c>folders</c> or none.</param>
internal sealed record Candidates(IReadOnlyList<(string Word, string Meaning)> Words, string Paths = "")
{
    /// <summary>
    /// A line each: a word, which has no blanks, and what it means behind a blank; where paths can stand, too, a last line names them
    /// behind a colon. A shell knows best what paths there are.
    /// </summary>
    public string Lines =>
        string.Concat(Words.Select(word => $"{word.Word} {word.Meaning}".TrimEnd() + "\n")) + (Paths.Length > 0 ? $":{Paths}\n" : "");

    /// <summary>Those of a value, by the name that help gives it: <c>auto|wall</c>, <c>FILE</c>, <c>N</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">What else is known of it.</param>
    public static Candidates OfValue(string? name, IEnumerable<CompletionItem> known) => name switch
    {
        null => new([]),
        "DIR" => new([], "folders"),
        "FILE" or "RUN" or "HEAD" => new([], "files"),
        "GLOB" or "CATEGORY" or "RUNTIME" => new([.. known.Select(item => (item.Label, ""))]),
        _ => new([.. name.Split('|').Where(IsTyped).Select(word => (word, ""))], name.Split('|').Contains("FILE") ? "files" : ""),
    };

    /// <summary>Those of both.</summary>
    public Candidates And(Candidates other) => new([.. Words, .. other.Words], Paths.Length > 0 ? Paths : other.Paths);

    /// <summary>The same behind a text, such as <c>--clock=</c>.</summary>
    public Candidates Behind(string text) => this with { Words = [.. Words.Select(word => (text + word.Word, word.Meaning))] };

    /// <summary>Those that begin with what is there already.</summary>
    public Candidates Beginning(string text) =>
        this with { Words = [.. Words.Where(word => Begins(word.Word, text)).DistinctBy(word => word.Word)] };

    private static bool Begins(string word, string text) => word.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    // As against TIME, N, 5% and 2x, which stand for values.
    private static bool IsTyped(string word) =>
        word.All(char.IsLetterOrDigit) && !char.IsDigit(word[0]) && word is not ("FILE" or "TIME" or "SIZE" or "NAME" or "TEXT" or "N");
}
