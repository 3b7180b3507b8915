using System.Globalization;

namespace Bench.Machine.Readers;

/// <summary>Numbers as the kernel prints them.</summary>
internal static class KernelNumbers
{
    /// <summary>A whole number, signed; null for anything else, and for what is too large.</summary>
    public static long? Whole(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>A finite decimal number; null for anything else.</summary>
    public static double? Real(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) ? value : null;

    /// <summary>Processors or nodes in a list such as "0-3,8"; null where it is none.</summary>
    public static int? CountOfList(string? list)
    {
        long count = 0;
        foreach (string range in (list ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = range.Split('-');
            if (ends.Length > 2 || Whole(ends[0]) is not (>= 0 and <= int.MaxValue and var first)
                || Whole(ends[^1]) is not (<= int.MaxValue and var last) || last < first)
                return null;
            count += last - first + 1;
        }
        return count <= int.MaxValue ? (int)count : null;
    }
}
