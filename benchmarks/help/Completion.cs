using System.CommandLine;
using System.CommandLine.Completions;

namespace Bench.Help;

/// <summary>Completes words of the command line.</summary>
/// <param name="whole">All of it: verbs, and the options that stand without one.</param>
internal sealed class Completion(Command whole)
{
    private const string EndOfOptions = "--";

    /// <summary>Candidates for the last of the words behind the command, which may be empty.</summary>
    public Candidates For(params IReadOnlyList<string> words)
    {
        var command = whole;
        int at = 0;
        while (at < words.Count - 1 && command.Subcommands.FirstOrDefault(verb => verb.Name == words[at]) is { } verb)
            (command, at) = (verb, at + 1);
        string[] before = [.. words.Skip(at).SkipLast(1)];
        string current = words[^1];
        // What a verb is given behind it goes to the launches that it makes.
        return Array.LastIndexOf(before, EndOfOptions) is >= 0 and var end
            ? Of(whole, before[(end + 1)..], current, verbs: false)
            : Of(command, before, current, verbs: before.Length == 0);
    }

    private static Candidates Of(Command command, string[] before, string current, bool verbs)
    {
        if (current.StartsWith(EndOfOptions, StringComparison.Ordinal) && current.Split('=') is [var name, _, ..])
            return ValuesOf(Named(command, name)).Behind($"{name}=").Beginning(current);
        if (current.StartsWith('-'))
            return new Candidates([.. command.Options.SelectMany(Names)]).Beginning(current);
        if (Taking(command, before) is { } option)
            return ValuesOf(option).Beginning(current);
        var arguments = command.Arguments.Select(argument => Candidates.OfValue(argument.HelpName ?? argument.Name, []));
        return arguments.Aggregate(new Candidates(verbs ? Verbs(command) : []), (all, one) => all.And(one)).Beginning(current);
    }

    // The option whose value comes next.
    private static Option? Taking(Command command, string[] before)
    {
        int last = Array.FindLastIndex(before, word => word.StartsWith('-'));
        var option = last < 0 ? null : Named(command, before[last]);
        return option?.HelpName is not null && before.Length - 1 - last < Most(option) ? option : null;
    }

    private static int Most(Option option) => option.AllowMultipleArgumentsPerToken ? int.MaxValue : 1;

    private static Option? Named(Command command, string name) => command.Options
        .FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || option.Aliases.Contains(name));

    private static Candidates ValuesOf(Option? option) =>
        option is null ? new([]) : Candidates.OfValue(option.HelpName, option.GetCompletions(CompletionContext.Empty));

    private static IEnumerable<(string, string)> Names(Option option) =>
        option.Aliases.Where(alias => alias.Length == 2).Append(option.Name).Select(name => (name, Clause(option.Description)));

    // A list has room for no more.
    private static string Clause(string? description) =>
        CommandHelp.Sentence(description).Split([": ", "; ", ". ", " ("], 2, StringSplitOptions.None)[0];

    private static (string, string)[] Verbs(Command command) =>
        [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => (verb.Name, Clause(verb.Description)))];
}
