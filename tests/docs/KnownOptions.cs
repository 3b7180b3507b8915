using System.CommandLine;
using System.Text.RegularExpressions;
using Bench.Commands;
using BenchmarkDotNet.Configs;

namespace Bench.Tests.Docs;

/// <summary>What the suite's own definitions make of a command line.</summary>
internal static partial class KnownOptions
{
    private static readonly Lazy<IReadOnlySet<string>> OfBenchmarkDotNet = new(() =>
        BenchmarkDotNetDefinitions.All.Select(option => option.Name.ToLowerInvariant())
            .Concat(BenchmarkDotNetDefinitions.NotTaken).ToHashSet());

    /// <summary>Verbs by name.</summary>
    public static IReadOnlyDictionary<string, Command> Verbs { get; } = Verb.All.ToDictionary(verb => verb.Name);

    /// <summary>Why it does not parse; null where it does.</summary>
    public static string? WhyNot(string[] args) =>
        args.Length == 0 ? null
        : args[0].StartsWith('-') ? WhyNoOptions(args)
        : !Verbs.TryGetValue(args[0], out var verb) ? $"there is no verb {args[0]}"
        : Parse(verb, args) is var parsed && parsed.Errors.Count > 0 ? parsed.Errors[0].Message
        : parsed.UnmatchedTokens.Count == 0 && HandsOnOptions(verb) && args.IndexOf("--") is > 0 and var at ? WhyNoOptions(args[(at + 1)..])
        : null;

    /// <summary>A verb's command line as the suite reads it.</summary>
    public static ParseResult Parse(Command verb, string[] args) =>
        new RootCommand { verb }.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>Names of options in a text that begins with a verb, or is of options only, that nothing takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="verb">The verb that it begins with; null where with none.</param>
    public static IEnumerable<string> Unknown(string text, string? verb)
    {
        var own = verb is null ? Verbs.Values.SelectMany(Options) : Options(Verbs[verb]);
        HashSet<string> known = [.. own.Append("--"), .. verb is null ? OfTheSuite.Concat(OfBenchmarkDotNet.Value) : []];
        return Name().Matches(text.Split(" -- ")[0]).Select(match => match.Value)
            .Where(name => !known.Contains(name) && !known.Contains(name.ToLowerInvariant()));
    }

    private static IEnumerable<string> OfTheSuite => SuiteOptions.Own.Select(option => option.Name);

    private static IEnumerable<string> Options(Command command) => command.Options.SelectMany(option => option.Aliases.Append(option.Name))
        .Concat(command.Subcommands.SelectMany(Options)).Append("--help");

    // Behind the dashes of the others stands any command.
    private static bool HandsOnOptions(Command verb) => verb.Arguments.Any(argument => argument.Name == "OPTIONS");

    private static string? WhyNoOptions(string[] args)
    {
        if (SuiteOptions.Parse(args, out string error) is not { } options)
            return error;
        bool prints = options.Help != HelpAsked.None || options.Version;
        return prints || BenchmarkDotNetOptions.Parse(options.Rest, ManualConfig.CreateEmpty(), out error) is not null ? null : error;
    }

    [GeneratedRegex("(?<![-\\w])--[a-zA-Z][a-zA-Z-]*")]
    private static partial Regex Name();
}
