using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>A measurement as BenchmarkDotNet writes it: each member there, of its kind, and possible.</summary>
internal struct PlainMeasurement
{
    private bool? _workload;
    private bool? _actual;
    private double? _nanoseconds;
    private long? _operations;
    private long? _launch;
    private bool _odd;

    /// <summary>Whether nothing is left to ask or to complain of.</summary>
    public readonly bool IsComplete => !_odd && _workload is not null && _actual is not null
        && _nanoseconds > 0 && _operations >= 1 && _launch >= 0 && Limits.AreTime(PerOperation);

    /// <summary>Whether it is of the raw workload: Result has outliers removed and another iteration's overhead subtracted.</summary>
    public readonly bool IsRawWorkload => _workload == true && _actual == true;

    public readonly long Launch => _launch!.Value;

    /// <summary>Ns per operation.</summary>
    public readonly double PerOperation => _nanoseconds!.Value / _operations!.Value;

    /// <summary>Reads one; the reader stands at its start, then at its end.</summary>
    public static PlainMeasurement Read(ref Utf8JsonReader reader)
    {
        var measurement = new PlainMeasurement { _odd = reader.TokenType != JsonTokenType.StartObject };
        if (measurement._odd)
        {
            reader.Skip();
            return measurement;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            measurement.ReadMember(ref reader);
        return measurement;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("IterationMode"u8))
            _workload = Word(ref reader, "Workload"u8);
        else if (reader.ValueTextEquals("IterationStage"u8))
            _actual = Word(ref reader, "Actual"u8);
        else if (reader.ValueTextEquals("LaunchIndex"u8))
            _launch = Whole(ref reader);
        else if (reader.ValueTextEquals("Operations"u8))
            _operations = Whole(ref reader);
        else if (reader.ValueTextEquals("Nanoseconds"u8))
            _nanoseconds = Number(ref reader);
        else
            reader.Skip();
    }

    private bool? Word(ref Utf8JsonReader reader, ReadOnlySpan<byte> word) =>
        Is(ref reader, JsonTokenType.String) ? reader.ValueTextEquals(word) : null;

    private long? Whole(ref Utf8JsonReader reader) =>
        Is(ref reader, JsonTokenType.Number) && reader.TryGetInt64(out var value) ? value : null;

    private double? Number(ref Utf8JsonReader reader) =>
        Is(ref reader, JsonTokenType.Number) && reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;

    private bool Is(ref Utf8JsonReader reader, JsonTokenType type)
    {
        reader.Read();
        if (reader.TokenType == type)
            return true;
        _odd = true;
        reader.Skip();
        return false;
    }
}
