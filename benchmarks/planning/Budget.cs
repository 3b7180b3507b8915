using System.Globalization;
using Bench.Interop;
using Bench.Machine;

namespace Bench.Planning;

/// <summary>
/// What <c>--budget</c> says: how long the selected rows may take together, a run whose region and iterations are taken, or nothing of
/// either.
/// </summary>
/// <param name="Time">The time; null where none is set.</param>
/// <param name="File">The run; null where none is named.</param>
internal sealed record Budget(TimeSpan? Time = null, string? File = null)
{
    private const int LongestHours = 1000;

    private static readonly (string Name, int Seconds)[] Units = [("s", 1), ("sec", 1), ("min", 60), ("m", 60), ("h", 3600)];

    /// <summary>Where nothing is asked for.</summary>
    public static Budget Usual { get; } = new(TimeSpan.FromMinutes(5));

    /// <summary>As long as it takes.</summary>
    public static Budget None { get; } = new();

    /// <summary>Reads "5min", "90s", "1h" or "none"; everything else names a file or folder.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="whyNot">One line for the user where it is no budget; empty otherwise.</param>
    public static Budget? Parse(string text, out string whyNot)
    {
        whyNot = "";
        string typed = text.Trim();
        if (typed.Equals("none", StringComparison.OrdinalIgnoreCase))
            return None;
        int digits = typed.TakeWhile(char.IsAsciiDigit).Count();
        int unit = Array.FindIndex(Units, known => typed[digits..].TrimStart().Equals(known.Name, StringComparison.OrdinalIgnoreCase));
        if (digits > 0 && unit >= 0)
            return OfTime(typed[..digits], Units[unit].Seconds, out whyNot);
        if (!Path.Exists(text))
            whyNot = $"{ByteSize.Quote(typed)} is no time (90s, 5min, 1h or none), and there is no such file or folder";
        return whyNot.Length == 0 ? new Budget(File: text) : null;
    }

    private static Budget? OfTime(string digits, int unit, out string whyNot)
    {
        bool read = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        whyNot = read && number == 0 ? "a budget is more than no time (none for no budget)"
            : !read || number > LongestHours * 3600L / unit ? $"a budget is at most {LongestHours}h (none for no budget)"
            : "";
        return whyNot.Length == 0 ? new Budget(TimeSpan.FromSeconds(number * unit)) : null;
    }
}
