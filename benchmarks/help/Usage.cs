using System.CommandLine;

namespace Bench.Help;

/// <summary>Definitions of the command line in words.</summary>
internal static class Usage
{
    /// <summary>A verb with what it needs, from its own name on.</summary>
    public static string Of(Command command) => string.Join(' ',
    [
        .. Names(command).Reverse(),
        .. command.Subcommands.Count > 0 ? (string[])["VERB"] : [],
        .. command.Options.Where(option => option.Required).Select(Of),
        .. command.Arguments.Select(Of),
        .. command.Options.Any(option => !option.Required) ? (string[])["[options]"] : [],
    ]);

    /// <summary>An option by its name, with the name of its value.</summary>
    public static string Of(Option option) => option.Name + Value(option);

    /// <summary>An option by all its names.</summary>
    public static string Names(Option option) =>
        string.Join(", ", [.. option.Aliases.Order(StringComparer.Ordinal), option.Name]) + Value(option);

    /// <summary>What an option does, and what it is where it isn't given.</summary>
    public static string Meaning(Option option) =>
        CommandHelp.Sentence(option.Description) + (Default(option) is { } value ? $" (default {value})" : "");

    private static string Value(Option option) =>
        option.HelpName is not { } value ? "" : option.Arity.MinimumNumberOfValues == 0 ? $" [{value}]" : $" {value}";

    // Shares and lists are printed as they are typed: by the help name.
    private static string? Default(Option option) => !option.HasDefaultValue ? null : option.GetDefaultValue() switch
    {
        double share when option.HelpName is [.., '%'] => FormattableString.Invariant($"{100 * share:0.###}%"),
        double.PositiveInfinity or null or "" or bool or Array => null,
        Enum value => value.ToString().ToLowerInvariant(),
        var value => FormattableString.Invariant($"{value}"),
    };

    private static string Of(Argument argument) => argument.Arity switch
    {
        { MaximumNumberOfValues: > 1, MinimumNumberOfValues: 0 } => $"[{argument.Name}…]",
        { MaximumNumberOfValues: > 1 } => $"{argument.Name}…",
        { MinimumNumberOfValues: 0 } => $"[{argument.Name}]",
        _ => argument.Name,
    };

    private static IEnumerable<string> Names(Command command)
    {
        for (var at = command; at is not null and not RootCommand; at = at.Parents.OfType<Command>().FirstOrDefault())
            yield return at.Name;
    }
}
