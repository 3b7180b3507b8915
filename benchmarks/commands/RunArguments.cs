using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary>Options that several verbs share, so that they mean the same everywhere.</summary>
internal static class RunArguments
{
    public static Option<double> Threshold(double defaultValue) => new("--threshold")
    {
        Description = $"a smaller change is no regression (default {defaultValue:P0})",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = ParseThreshold,
        HelpName = "5%",
    };

    public static Option<FileInfo?> Output(string description) => new("--output", "-o") { Description = description, HelpName = "FILE" };

    public static Option<bool> Relative() => new("--relative")
    {
        Description = "judge ratios to the run's own reference row (function call, Demand), which survive a change of machine speed",
    };

    public static Option<Clock> Clock() => Clock(
        "the time judged: wall; cpu, of the measuring thread; quiet: cpu in slices that no neighbour on the core slowed; calls: cpu in plain function calls measured beside each iteration, which a change of the machine's speed leaves alone; or auto: wall for rows that wait, for the others quiet, or where no slices were timed calls, or cpu where runs are of different environments or launches scatter clearly more in calls");

    /// <summary>The same for a run that is not held beside another: its times are in ns.</summary>
    public static Option<Clock> ClockOfOneRun()
    {
        var clock = Clock("the time judged: wall; cpu, of the measuring thread; or auto: cpu for rows that never wait, wall for the others");
        clock.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<Clock>() is Results.Pair.Clock.Calls or Results.Pair.Clock.Quiet)
                result.AddError($"--clock {result.Tokens[^1].Value} is for comparisons: advice is of all that was measured, in ns");
        });
        return clock;
    }

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
    };

    public static Option<int> Rounds(int least) => new Option<int>("--rounds")
    {
        Description = "launches of each side",
        DefaultValueFactory = _ => 10,
        HelpName = "N",
    }.AtLeast(least);

    public static Option<int> AtLeast(this Option<int> option, int least)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[^1].Value, out var value) && (value < least || value > 1000))
                result.AddError($"{option.Name} must be from {least} to 1000");
        });
        return option;
    }

    public static Option<string> Format() => OneOf("--format", "how to write it", [.. ComparisonFormat.All.Select(f => f.Name)]);

    /// <summary>An option that takes one of <paramref name="names"/>, the first where it is not given.</summary>
    public static Option<string> OneOf(string name, string description, IReadOnlyList<string> names)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => names[0], HelpName = string.Join('|', names) };
        // System.CommandLine's own AcceptOnlyFromAmong complains on several lines.
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !names.Contains(result.Tokens[^1].Value))
                result.AddError($"{name} {result.Tokens[^1].Value}: one of {string.Join(", ", names)} was expected");
        });
        return option;
    }

    /// <summary>An option that takes a number: 0.2, 20%, 3x.</summary>
    /// <param name="unit">What may follow the number.</param>
    /// <param name="scale">What the number is then multiplied by.</param>
    public static Option<double> Number(string name, string description, double usual, char unit, double scale, Func<double, bool> allowed, string expected) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        HelpName = expected,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            var scaled = text.EndsWith(unit);
            if (double.TryParse(scaled ? text[..^1] : text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && allowed(scaled ? value * scale : value))
                return scaled ? value * scale : value;
            result.AddError($"{name} {text}: {expected} was expected");
            return 0;
        },
    };

    private static Option<Clock> Clock(string description) => new("--clock") { Description = description, DefaultValueFactory = _ => Results.Pair.Clock.Auto };

    private static double ParseThreshold(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var percent = text.EndsWith('%');
        if (double.TryParse(percent ? text[..^1] : text, out var value) && (percent ? value / 100 : value) is > 0 and < 10 and var share)
            return share;
        result.AddError($"--threshold {text}: a share such as 5% or 0.05 was expected");
        return 0;
    }
}
