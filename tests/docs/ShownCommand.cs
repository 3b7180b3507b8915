using System.Text.RegularExpressions;
using Bench.Tests.Folders;

namespace Bench.Tests.Docs;

/// <summary>A command that a page shows.</summary>
/// <param name="Place">Where.</param>
/// <param name="Words">Its words, the first being the program.</param>
internal sealed partial record ShownCommand(Place Place, IReadOnlyList<string> Words)
{
    /// <summary>The command that the suite is started by where it is installed as a tool; null where it can't be.</summary>
    public static string? Tool { get; } = new[] { "Directory.Build.props", "benchmarks/Benchmarks.csproj" }
        .Select(file => ToolName().Match(Page.FileText(file))).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    private static readonly string[] Shells = ["sh", "bash", "shell", "console"];
    private static readonly string[] Yaml = ["yaml", "yml"];

    // What begins a line of an indented block that is no output.
    private static readonly string[] Programs =
        ["dotnet", "make", "apt-get", "git", "kubectl", "cd", "until", "sudo", "for", "man", Tool ?? "dotnet"];

    /// <summary>What the suite is given; null where this doesn't start it.</summary>
    public string[]? Suite => Words switch
    {
        ["dotnet", "run", ..] when Words.ToList().IndexOf("--") is > 0 and var at => [.. Words.Skip(at + 1)],
        ["dotnet", var dll, ..] when dll.EndsWith("Benchmarks.dll", StringComparison.Ordinal) => [.. Words.Skip(2)],
        [var first, ..] when first == Tool => [.. Words.Skip(1)],
        _ => null,
    };

    /// <summary>Whether it only says what may stand there: something is left out, may be left out, or is a variable.</summary>
    public bool IsSynopsis => Words.Any(word => word.Contains('…') || word.Contains("...") || word.StartsWith('['))
        || Suite?.Any(word => word.Contains('$')) == true;

    /// <summary>Those of a page.</summary>
    public static IEnumerable<ShownCommand> Of(Page page) =>
        Joined(page.CodeLines).Where(line => MayBe(line.Language, line.Line))
            .SelectMany(line => In(line.Place, Expression().Replace(Step().Replace(line.Line, ""), "$$VALUE"), line.Language))
            .Concat(page.Code.Where(code => Begins(code.Text)).SelectMany(code => In(code.Place, code.Text, "")));

    public override string ToString() => $"{Place}: {string.Join(' ', Words)}";

    private static IEnumerable<ShownCommand> In(Place place, string line, string language) => ShellLine.Commands(line)
        .Select(words => new ShownCommand(place, words))
        .Where(command => !Yaml.Contains(language) || command.Suite is not null || Begins(string.Join(' ', command.Words)));

    private static bool MayBe(string language, string line) =>
        Shells.Contains(language) || Yaml.Contains(language) || (language.Length == 0 && Begins(line.Trim()));

    private static bool Begins(string line) => line.Split(' ')[0] is var first && (Programs.Contains(first) || IsScript(first, line));

    // A path alone names the file.
    private static bool IsScript(string first, string line) =>
        first == ".ci/run" || (first.Contains('/') && line.Length > first.Length && File.Exists(Path.Combine(Page.Root, first)));

    // A line that ends with a backslash goes on.
    private static IEnumerable<(Place Place, string Language, string Line)> Joined(
        IEnumerable<(Place Place, string Language, string Line)> lines)
    {
        (Place Place, string Language, string Line)? begun = null;
        foreach (var line in lines)
        {
            var whole = begun is { } first ? (first.Place, first.Language, first.Line[..^1] + line.Line.Trim()) : line;
            begun = whole.Item3.EndsWith('\\') ? whole : null;
            if (begun is null)
                yield return whole;
        }
    }

    [GeneratedRegex("<ToolCommandName>([^<$]+)</ToolCommandName>")]
    private static partial Regex ToolName();

    [GeneratedRegex(@"\$\{\{.*?\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^\s*(- )?((run|script):\s*)?\|?\s*")]
    private static partial Regex Step();
}
