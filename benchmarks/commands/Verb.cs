using System.CommandLine;

namespace Bench.Commands;

/// <summary>A command besides the suite itself. A new verb is a new subclass in this folder; the executable finds it by itself.</summary>
public abstract class Verb
{
    /// <summary>The command, with its options and action.</summary>
    public abstract Command Create();

    /// <summary>All verbs, by name.</summary>
    public static IReadOnlyList<Command> All =>
    [
        .. Catalogue.Of<Verb>().Select(verb => verb.Create()).OrderBy(verb => verb.Name, StringComparer.Ordinal),
    ];
}
