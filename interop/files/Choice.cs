namespace Bench.Interop.Files;

/// <summary>A sysfs setting that lists its choices and brackets the one in force: "always [madvise] never".</summary>
public static class Choice
{
    /// <summary>The choice in force; null where the text brackets none.</summary>
    public static string? InForce(string? text)
    {
        int open = text?.IndexOf('[') ?? -1;
        int close = open < 0 ? -1 : text!.IndexOf(']', open);
        return close > open + 1 ? text![(open + 1)..close] : null;
    }
}
