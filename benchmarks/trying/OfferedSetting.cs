using Bench.Results.Tries;
using Bench.Settings;

namespace Bench.Trying;

/// <summary>A page setting, as it can be given to a command here, or why it can't.</summary>
/// <param name="Id">Its name on the command line and in files.</param>
/// <param name="Title">What it is, for people.</param>
internal sealed record OfferedSetting(string Id, string Title)
{
    /// <summary>System settings to change for it.</summary>
    public IReadOnlyList<SettingChange> Changes { get; init; } = [];

    /// <summary>Variables to add to the command's environment.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>A library that the command and all that it starts load first; null for none.</summary>
    public PreloadLibrary? Preload { get; init; }

    /// <summary>Whether the command is given no transparent huge pages.</summary>
    public bool WithoutHugePages { get; init; }

    /// <summary>What to type to have it, besides system settings and variables, which say it themselves.</summary>
    public IReadOnlyList<string> HowTo { get; init; } = [];

    /// <summary>Why it can't be tried; null where it can.</summary>
    public string? WhyNot { get; init; }

    /// <summary>Whom it touches.</summary>
    public Reach Reach => Changes.Count > 0 ? Reach.WholeSystem : Reach.ThisCommand;

    /// <summary>What is changed for it, a line each.</summary>
    public IEnumerable<string> Steps =>
    [
        .. Changes.Select(change => $"write {change.Value} to {change.Path}"),
        .. Variables.Select(variable => $"{variable.Key}={variable.Value} in the command's environment"),
        .. Preload is { } library ? [$"LD_PRELOAD of a library that calls {library.Call}"] : (string[])[],
        .. WithoutHugePages ? ["prctl(PR_SET_THP_DISABLE) around the command's start"] : (string[])[],
    ];

    /// <summary>The setting of a report, before anything was measured.</summary>
    /// <param name="command">The command as a shell takes it.</param>
    public TriedSetting Begin(string command) => new(Id, Title, Reach, [.. Typed(command)], [], []);

    private IEnumerable<string> Typed(string command)
    {
        foreach (var change in Changes)
            yield return $"echo {change.Value} | sudo tee {change.Path}";
        if (Variables.Count > 0)
            yield return $"{string.Join(' ', Variables.Select(variable => $"{variable.Key}={variable.Value}"))} {command}";
        foreach (string line in HowTo)
            yield return line;
    }
}
