using System.Globalization;

namespace Bench.Commands;

/// <summary>A part of a whole as people type it: <c>5%</c>, or a bare number below 1 such as <c>0.05</c>.</summary>
internal static class Share
{
    // No sign, and no grouping: a comma is a decimal point to many, and 0,05 must not become 5.
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowTrailingWhite;

    /// <summary>Reads a share.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="share">The share: 0.05 for 5 %.</param>
    /// <param name="whyNot">What to type instead, where it is none; empty otherwise.</param>
    public static bool TryParse(string text, out double share, out string whyNot)
    {
        bool percent = text.EndsWith('%');
        string number = percent ? text[..^1] : text;
        whyNot = "";
        if (Parse(number, out double value) && (percent || value < 1))
        {
            share = percent ? value / 100 : value;
            return true;
        }
        share = 0;
        // What was meant by 5 or by 0,05 can only be guessed: both ways to write it are shown, and one has to be typed.
        whyNot = Parse(number.Replace(',', '.'), out value)
            ? $"write {BothWays(!percent && value < 1 ? 100 * value : value)}"
            : "write a share such as 5% or 0.05";
        return false;
    }

    private static bool Parse(string text, out double value) =>
        double.TryParse(text, Plain, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string BothWays(double percent) => percent is > 0 and < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.######}% or {percent / 100:0.########}")
        : string.Create(CultureInfo.InvariantCulture, $"{percent:0.######}% (a bare number is below 1, such as 0.05 for 5%)");
}
