using System.CommandLine;
using System.CommandLine.Completions;
using System.Reflection;
using System.Text.RegularExpressions;
using Bench.Selecting;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Jobs;
using CommandLine;

namespace Bench.Commands;

/// <summary>BenchmarkDotNet's options as definitions like the suite's, from the attributes that its own parser reads.</summary>
internal static partial class BenchmarkDotNetDefinitions
{
    /// <summary>What the suite refuses, or has an option of its own for.</summary>
    public static IReadOnlyList<string> NotTaken { get; } = ["--resume", "--apples"];

    /// <summary>Those that the suite hands on.</summary>
    public static IReadOnlyList<Option> All =>
    [
        .. typeof(CommandLineOptions).GetProperties()
            .Select(property => (property.PropertyType, Attribute: property.GetCustomAttribute<OptionAttribute>()))
            .Where(option => option.Attribute is { LongName.Length: > 0 } attribute && !NotTaken.Contains($"--{attribute.LongName}"))
            .Select(option => Definition(option.PropertyType, option.Attribute!)),
    ];

    private static Option Definition(Type type, OptionAttribute attribute)
    {
        Option option = type == typeof(bool) ? new Option<bool>($"--{attribute.LongName}")
            : IsList(type) ? new Option<string[]>($"--{attribute.LongName}") { AllowMultipleArgumentsPerToken = true }
            : new Option<string>($"--{attribute.LongName}");
        if (attribute.ShortName is { Length: > 0 } letter && !SuiteOptions.Own.Any(own => own.Aliases.Contains($"-{letter}")))
            option.Aliases.Add($"-{letter}");
        option.Description = attribute.HelpText?.ReplaceLineEndings(" ");
        option.HelpName = type == typeof(bool) ? null : ValueOf(IsList(type) ? type.GenericTypeArguments[0] : type, attribute);
        if (option.HelpName == "GLOB")
            option.CompletionSources.Add(_ => BenchmarkNames.Globs);
        if (option.HelpName == "CATEGORY")
            option.CompletionSources.Add(_ => BenchmarkNames.Categories);
        if (option.HelpName == "RUNTIME")
            option.CompletionSources.Add(_ => Runtimes());
        return option;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static string ValueOf(Type type, OptionAttribute attribute) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } values => string.Join('|', Enum.GetNames(values)),
        { Name: nameof(FileInfo) } => "FILE",
        { Name: nameof(DirectoryInfo) } => "DIR",
        { IsPrimitive: true } => "N",
        _ when attribute.LongName.EndsWith("ategories", StringComparison.Ordinal) => "CATEGORY",
        _ when attribute.LongName is "filter" => "GLOB",
        _ when attribute.LongName is "runtimes" => "RUNTIME",
        // "Dry/Short/Medium/Long": the parser takes them in any case.
        _ when Values().Match(attribute.HelpText ?? "") is { Success: true } match => match.Groups[1].Value.Replace('/', '|'),
        _ => "TEXT",
    };

    // Net90 is net9.0, Net10_0 net10.0, and NativeAot likewise; what came before .NET 5 has no such name, and nobody builds this for it.
    private static IEnumerable<CompletionItem> Runtimes() => Enum.GetNames<RuntimeMoniker>().Select(name => Moniker().Match(name))
        .Where(match => match.Success)
        .Select(match => new CompletionItem($"{match.Groups[1].Value.ToLowerInvariant()}{match.Groups[2].Value}.0"));

    [GeneratedRegex("^(Net|NativeAot)([89]|1[0-9])_?0$")]
    private static partial Regex Moniker();

    [GeneratedRegex(@"(?:^|: )(\w+(?:/\w+)+)")]
    private static partial Regex Values();
}
