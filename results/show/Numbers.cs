using System.Globalization;

namespace Bench.Results.Show;

/// <summary>How numbers are written, everywhere the same and in no one's locale.</summary>
public static class Numbers
{
    /// <summary>A measurement with three or four significant digits: 1.42, 146.3, 2,431.</summary>
    public static string Value(double value) => value switch
    {
        < 0 => "-" + Value(-value),
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>A tick of an axis: 0.1, 10, 1,000.</summary>
    public static string Round(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A ratio: 1.034x.</summary>
    public static string Ratio(double ratio) => ratio >= 100
        ? ratio.ToString("#,0", CultureInfo.InvariantCulture) + "x"
        : ratio.ToString("0.000", CultureInfo.InvariantCulture) + "x";

    /// <summary>An interval of ratios, or the word for one that nothing bounds.</summary>
    public static string Interval(double lower, double upper) => double.IsFinite(upper)
        ? string.Create(CultureInfo.InvariantCulture, $"{lower:0.000}..{upper:0.000}")
        : "unbounded";

    /// <summary>An interval of measurements.</summary>
    public static string Range(double lower, double upper) => $"{Value(lower)}..{Value(upper)}";

    /// <summary>A share or a relative change: 5 %, 3.4 %.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A relative error with its sign: +3.4 %.</summary>
    public static string Change(double share) =>
        (Math.Round(share * 100, 1) + 0.0).ToString("+0.0;-0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A multiple of a reference: 250x, 1.4x.</summary>
    public static string Multiple(double multiple) =>
        multiple.ToString(multiple >= 10 ? "#,0" : multiple >= 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture) + "x";
}
