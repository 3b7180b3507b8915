using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// Measurements just as BenchmarkDotNet writes them: its members in its order, and possible numbers without an exponent. They are nearly
/// all of a report, and are read as they stand; what is written or valued in any other way is left to a reader of JSON.
/// </summary>
/// <param name="json">The text from where the first one may begin.</param>
internal ref struct PlainMeasurements(ReadOnlySpan<byte> json)
{
    /// <summary>The text behind those that were read: the next measurement, or the end of the array.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = json;

    /// <summary>The next one; false where it is not plain, or there is none.</summary>
    // Optimised at once: the runtime would take longer to find out that it is worth it than most reports take to be read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(out PlainMeasurement measurement)
    {
        measurement = default;
        var rest = Rest;
        if (!(Take(ref rest, "{"u8)
            && Take(ref rest, "\"IterationMode\":"u8) && TakeWord(ref rest, "Workload"u8, out bool workload)
            && Take(ref rest, ","u8) && Take(ref rest, "\"IterationStage\":"u8) && TakeWord(ref rest, "Actual"u8, out bool actual)
            && Take(ref rest, ","u8) && Take(ref rest, "\"LaunchIndex\":"u8) && TakeWhole(ref rest, out long launch)
            && Take(ref rest, ","u8) && Take(ref rest, "\"IterationIndex\":"u8) && TakeWhole(ref rest, out _)
            && Take(ref rest, ","u8) && Take(ref rest, "\"Operations\":"u8) && TakeWhole(ref rest, out long operations)
            && Take(ref rest, ","u8) && Take(ref rest, "\"Nanoseconds\":"u8) && TakeNumber(ref rest, out double nanoseconds)
            && Take(ref rest, "}"u8)
            && (Starts(ref rest, "]"u8) || (Take(ref rest, ","u8) && Starts(ref rest, "{"u8)))))
            return false;
        measurement = new PlainMeasurement(workload && actual, launch, nanoseconds / operations);
        if (operations < 1 || !Limits.AreTime(measurement.PerOperation))
            return false;
        Rest = rest;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Take(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> text)
    {
        if (!Starts(ref rest, text))
            return false;
        rest = rest[text.Length..];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Starts(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> text)
    {
        while (rest is [(byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..])
            rest = rest[1..];
        return rest.StartsWith(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakeWord(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> word, out bool isIt)
    {
        isIt = false;
        if (!Take(ref rest, "\""u8))
            return false;
        int length = 0;
        while (length < rest.Length && char.IsAsciiLetter((char)rest[length]))
            length++;
        isIt = rest[..length].SequenceEqual(word);
        rest = rest[length..];
        return rest is [(byte)'"', ..] && Take(ref rest, "\""u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakeWhole(ref ReadOnlySpan<byte> rest, out long value)
    {
        int length = WholeLength(ref rest);
        bool isWhole = Utf8Parser.TryParse(rest[..length], out value, out int read) && read == length;
        rest = rest[length..];
        return isWhole;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakeNumber(ref ReadOnlySpan<byte> rest, out double value)
    {
        int length = WholeLength(ref rest);
        if (length > 0 && rest[length..] is [(byte)'.', .. var fraction])
            length = Digits(fraction) is > 0 and var digits ? length + 1 + digits : 0;
        bool isNumber = Utf8Parser.TryParse(rest[..length], out value, out int read) && read == length;
        rest = rest[length..];
        return isNumber;
    }

    // Without leading zeros, which JSON doesn't have.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WholeLength(ref ReadOnlySpan<byte> rest)
    {
        Starts(ref rest, []);
        return Digits(rest) is var length && length > 1 && rest[0] == '0' ? 0 : length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiDigit((char)text[length]))
            length++;
        return length;
    }
}

/// <summary>A measurement.</summary>
/// <param name="IsRawWorkload">Whether it is of the raw workload: Result has outliers removed and another iteration's overhead
/// subtracted.</param>
/// <param name="Launch">Which launch it is of.</param>
/// <param name="PerOperation">Ns per operation.</param>
internal readonly record struct PlainMeasurement(bool IsRawWorkload, long Launch, double PerOperation);
