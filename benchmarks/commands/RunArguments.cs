using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using Bench.Selecting;

namespace Bench.Commands;

/// <summary>Options that several verbs share, so that they mean the same everywhere.</summary>
internal static class RunArguments
{
    public static Option<double> Threshold(double defaultValue, string description = "a smaller change is no regression") =>
        Share("--threshold", description, defaultValue, share => share is > 0 and < 10, "above 0 and below 1000%");

    /// <summary>An option that takes a share: 5% or 0.05.</summary>
    /// <param name="range">What <paramref name="allowed"/> allows, in words.</param>
    public static Option<double> Share(string name, string description, double usual, Func<double, bool> allowed, string range) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        HelpName = "5%",
        CustomParser = result => result.Tokens is [var token] ? Share(result, name, token.Value, allowed, range) : 0,
    };

    /// <summary>The same for several shares of whole percents, in percent.</summary>
    /// <param name="most">The largest.</param>
    public static Option<int[]> Percents(string name, string description, int[] usual, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        HelpName = string.Join(' ', usual.Select(percent => $"{percent}%")),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(token =>
            (int)Math.Round(
                100
                    * Share(result, name, token.Value,
                        share => share >= 0 && share <= most / 100.0 && Math.Abs(100 * share - Math.Round(100 * share)) < 1e-9,
                        $"of whole percents up to {most}%")))],
    };

    public static Option<FileInfo?> Output(string description) => new("--output", "-o") { Description = description, HelpName = "FILE" };

    public static Option<bool> Relative() => new("--relative")
    {
        Description = "judge ratios to the run's own reference row",
    };

    public static Option<string?> Normalise() => new("--normalise")
    {
        Description = $"lay runs side by side as multiples of this one: a run's name, or {SideBySide.First}",
        HelpName = "NAME",
    };

    public static Option<string[]> Filter() => new("--filter")
    {
        Description = "BenchmarkDotNet's filter; several are allowed",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "GLOB",
        CompletionSources = { _ => BenchmarkNames.Globs },
    };

    public static Option<int> Rounds(int least) => new Option<int>("--rounds")
    {
        Description = "launches of each side",
        DefaultValueFactory = _ => 10,
        HelpName = "N",
    }.Within(least);

    public static Option<string> Format() => OneOf("--format", "how to write it", [.. ComparisonFormat.All.Select(f => f.Name)]);

    /// <summary>An option that takes one of <paramref name="names"/>, the first where it is not given.</summary>
    public static Option<string> OneOf(string name, string description, IReadOnlyList<string> names)
    {
        var option =
            new Option<string>(name) { Description = description, DefaultValueFactory = _ => names[0], HelpName = string.Join('|', names) };
        return option.OneOf([.. names]);
    }

    /// <summary>Has an option refuse other values, where it is given one.</summary>
    public static Option<T> OneOf<T>(this Option<T> option, params string[] names)
    {
        // System.CommandLine's own AcceptOnlyFromAmong complains on several lines.
        option.Validators.Add(result =>
        {
            if (result.Tokens is [.., var token] && !names.Contains(token.Value))
            {
                string expected = (names.Length > 1 ? "one of " : "") + string.Join(", ", names);
                result.AddError($"{option.Name} {token.Value}: {expected} was expected");
            }
        });
        return option;
    }

    /// <summary>An option that takes a factor: 3 or 3x.</summary>
    /// <param name="expected">What <paramref name="allowed"/> allows, in words.</param>
    public static Option<double> Factor(string name, string description, double usual, Func<double, bool> allowed, string expected) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            HelpName = "2x",
            CustomParser = result =>
            {
                string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (double.TryParse(text.EndsWith('x') ? text[..^1] : text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture, out double value) && allowed(value))
                    return value;
                result.AddError($"{name} {text}: {expected} was expected");
                return 0;
            },
        };

    private static double Share(ArgumentResult result, string name, string text, Func<double, bool> allowed, string range)
    {
        if (!Commands.Share.TryParse(text, out double share, out string whyNot))
            result.AddError($"{name} {text}: {whyNot}");
        else if (!allowed(share))
            result.AddError($"{name} {text}: a share {range} was expected, such as 5% or 0.05");
        return share;
    }
}
