using System.Globalization;

namespace Bench.Interop;

/// <summary>A number of bytes, as people write it: "512MiB", "2G", "4096". Units are binary.</summary>
/// <param name="Bytes">Not negative.</param>
public readonly record struct ByteSize(long Bytes)
{
    private static readonly string[] Units = ["", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Reads a whole number with an optional unit: KiB, MiB, GiB … or K, M, G …, or B, in either case.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="size">The size, where there is one.</param>
    /// <param name="whyNot">One line for the user where there isn't; empty otherwise.</param>
    public static bool TryParse(string? text, out ByteSize size, out string whyNot)
    {
        size = default;
        string typed = (text ?? "").Trim();
        int digits = typed.TakeWhile(char.IsAsciiDigit).Count();
        string unit = typed[digits..].TrimStart();
        int power = Power(unit);
        if (digits == 0 || power < 0)
        {
            whyNot = IsDecimalUnit(unit) && digits > 0
                ? $"{Quote(typed)}: units are binary, write {typed[..digits]}{char.ToUpperInvariant(unit[0])}iB"
                : $"{Quote(typed)} is not a size: write a whole number with KiB, MiB or GiB, e.g. 512MiB";
            return false;
        }
        if (!long.TryParse(typed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || number > long.MaxValue >> (10 * power))
        {
            whyNot = $"{Quote(typed)} is too large: a size is below 8EiB";
            return false;
        }
        size = new ByteSize(number << (10 * power));
        whyNot = "";
        return true;
    }

    /// <summary>Reads a size that must be a multiple of something, and not nothing: a region of whole pages.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="unitBytes">Bytes in a page, or in whatever the size must be made of.</param>
    /// <param name="size">The size, where there is one.</param>
    /// <param name="whyNot">One line for the user where there isn't; empty otherwise.</param>
    public static bool TryParseMultiple(string? text, long unitBytes, out ByteSize size, out string whyNot)
    {
        if (!TryParse(text, out size, out whyNot))
            return false;
        if (size.Bytes == 0 || size.Bytes % unitBytes != 0)
            whyNot = $"{Quote((text ?? "").Trim())} is not a multiple of {new ByteSize(unitBytes)}";
        return whyNot.Length == 0;
    }

    /// <summary>Exactly this size in the largest unit that divides it, as <see cref="TryParse"/> reads it: "512MiB".</summary>
    public override string ToString()
    {
        int power = Bytes <= 0 ? 0 : Math.Min((int)(long.TrailingZeroCount(Bytes) / 10), Units.Length - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Bytes >> (10 * power)}{Units[power]}");
    }

    /// <summary>The size for reading, to one decimal: "2.6 GiB".</summary>
    /// <param name="bytes">Bytes, not negative.</param>
    /// <param name="rounding">Which way the decimal goes; a need is best rounded up and an offer down.</param>
    public static string Describe(long bytes, MidpointRounding rounding = MidpointRounding.ToEven)
    {
        int power = bytes <= 0 ? 0 : long.Log2(bytes) is var log ? (int)(log / 10) : 0;
        decimal value = decimal.Round(bytes / (decimal)(1L << (10 * power)), 1, rounding);
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {(power == 0 ? "bytes" : Units[power])}");
    }

    /// <summary>
    /// Reads what <see cref="Describe"/> wrote, to its one decimal, or what can be typed: "2.6 GiB". Null where it is no size.
    /// </summary>
    public static ByteSize? OfDescription(string text)
    {
        if (TryParse(text, out var typed, out _))
            return typed;
        string[] parts = text.Split(' ');
        int power = parts is [_, var unit] ? unit == "bytes" ? 0 : Array.IndexOf(Units, unit, 1) : -1;
        bool read = decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        return read && power >= 0 && value < 1024 && value * (1L << (10 * power)) is > 0 and <= long.MaxValue and var bytes
            ? new ByteSize((long)bytes)
            : null;
    }

    private static int Power(string unit)
    {
        if (unit.Length == 0 || unit.Equals("B", StringComparison.OrdinalIgnoreCase))
            return 0;
        return Array.FindIndex(Units, 1,
            known => unit.Equals(known, StringComparison.OrdinalIgnoreCase) || unit.Equals(known[..1], StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDecimalUnit(string unit) => unit.Length == 2 && char.ToUpperInvariant(unit[1]) == 'B' && Power(unit[..1]) > 0;

    /// <summary>What was typed, as it may go to a terminal: quoted, without control characters, and no screenful.</summary>
    public static string Quote(string typed)
    {
        string shown = new([.. typed.Take(40).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter)]);
        return $"\"{shown}{(typed.Length > 40 ? "…" : "")}\"";
    }
}
