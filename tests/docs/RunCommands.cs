namespace Bench.Tests.Docs;

/// <summary>Every command that pages show, and where it is run.</summary>
internal static class RunCommands
{
    /// <summary>How commands begin that are run elsewhere, the file that runs them, and what stands there.</summary>
    public static IReadOnlyList<(string Command, string File, string Text)> Elsewhere { get; } =
    [
        .. Page.FileText("tests/docs/run-elsewhere").Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ")).Select(cells => (cells[0].Trim(), cells[1].Trim(), cells[2].Trim())),
    ];

    /// <summary>Each command once, by what is said.</summary>
    public static IReadOnlyDictionary<string, ShownCommand> Shown { get; } = Page.All.SelectMany(ShownCommand.Of)
        .Where(command => !command.IsSynopsis).GroupBy(Said).ToDictionary(group => group.Key, group => group.First());

    /// <summary>Commands of the suite that are run by tests of this folder, by whether they begin with an option or a verb.</summary>
    public static IEnumerable<string> Here(bool option) => Shown
        .Where(command => command.Value.Suite is [var first, ..] && first.StartsWith('-') == option && ElsewhereOf(command.Value) is null)
        .Select(command => command.Key);

    /// <summary>The suite's arguments, or the whole.</summary>
    public static string Said(ShownCommand command) => string.Join(' ', command.Suite is { } args ? args : command.Words);

    /// <summary>Where it is run: the longest beginning counts, and a page may stand for all its commands; null where nowhere.</summary>
    public static (string Command, string File, string Text)? ElsewhereOf(ShownCommand command) => Elsewhere
        .Where(entry => command.Place.File == entry.Command
            || $"{Said(command)} ".StartsWith($"{entry.Command} ", StringComparison.Ordinal))
        .OrderByDescending(entry => entry.Command.Length).Select(entry => ((string, string, string)?)entry).FirstOrDefault();
}
