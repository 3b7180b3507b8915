using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Bench.Commands;

/// <summary>Options that take a whole number, and say in a line what they take where they are given something else.</summary>
internal static class WholeNumbers
{
    /// <summary>Has it take only these.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most.</param>
    /// <param name="whyNot">Why it doesn't take one between; null where it does.</param>
    public static Option<int> Within(this Option<int> option, int least, int most = 1000, Func<int, string?>? whyNot = null)
    {
        option.CustomParser = result => Parse(result, option.Name, least, most, whyNot);
        return option;
    }

    /// <summary>The same of one that may be left out.</summary>
    public static Option<int?> Within(this Option<int?> option, int least, int most = 1000)
    {
        option.CustomParser = result => Parse(result, option.Name, least, most, null);
        return option;
    }

    private static int Parse(ArgumentResult result, string name, int least, int most, Func<int, string?>? whyNot)
    {
        if (result.Tokens is not [var token])
            return 0;
        bool taken = int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most;
        if (!taken)
            result.AddError($"{name} must be a whole number from {least} to {most}, and is '{token.Value}'");
        else if (whyNot?.Invoke(number) is { } reason)
            result.AddError($"{name}: {reason}");
        return number;
    }
}
