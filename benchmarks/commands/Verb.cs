using System.CommandLine;
using System.CommandLine.Help;
using Bench.Help;

namespace Bench.Commands;

/// <summary>A command besides the suite itself. A new verb is a new subclass in this folder; the executable finds it by itself.</summary>
public abstract class Verb
{
    /// <summary>A command line that does something useful, from the verb on; help prints it.</summary>
    public abstract string Example { get; }

    /// <summary>The command, with its options and action.</summary>
    public abstract Command Create();

    /// <summary>All verbs' commands, by name, each with its help.</summary>
    public static IReadOnlyList<Command> All =>
        [.. Catalogue.Of<Verb>().Select(WithHelp).OrderBy(verb => verb.Name, StringComparer.Ordinal)];

    /// <summary>Their examples, by the verb's name.</summary>
    public static IReadOnlyDictionary<string, string> Examples =>
        Catalogue.Of<Verb>().ToDictionary(verb => verb.Create().Name, verb => verb.Example);

    private static Command WithHelp(Verb verb)
    {
        var command = verb.Create();
        command.Options.Add(new HelpOption { Description = "Print this", Recursive = true, Action = new CommandHelp(verb.Example) });
        return command;
    }
}
