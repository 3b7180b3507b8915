using System.CommandLine.Parsing;

namespace Bench.Commands;

/// <summary>What is wrong with a command line, in the words of its user.</summary>
internal static class ParseErrors
{
    /// <summary>One line, without a full stop.</summary>
    public static string Of(ParseError error) =>
        // The library names the type that it can't make of what was typed.
        error.Message.Contains(" as expected type ", StringComparison.Ordinal) && error.SymbolResult is OptionResult option
            ? $"{option.Option.Name} must name a {(option.Option.ValueType == typeof(DirectoryInfo) ? "folder" : "file")}, "
                + $"and is '{string.Join(' ', option.Tokens)}'"
            : error.Message.TrimEnd('.');
}
