using System.Text.Json.Serialization;
using Bench.Interop;

namespace Bench.Results.Data;

/// <summary>One run of the suite as read from disk: what was measured, where, and what was left out.</summary>
/// <param name="Source">The path the user named, for messages.</param>
/// <param name="Unit">What a measurement counts: one of <see cref="Units"/>.</param>
/// <param name="Environment">Facts about the machine, in the order to show them.</param>
/// <param name="Rows">The benchmarks, in the order they were reported; names are unique.</param>
/// <param name="LeftOut">Benchmarks without a measurement, with the reason.</param>
public sealed record Run(
    string Source,
    string Unit,
    IReadOnlyList<EnvironmentFact> Environment,
    IReadOnlyList<BenchmarkRow> Rows,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>What BenchmarkDotNet called the report, which ends with when it was measured; null where it doesn't say.</summary>
    public string? Title { get; init; }

    /// <summary>The times that its launches may hold.</summary>
    public IReadOnlyList<MeasuredTime> Measured { get; init; } = MeasuredTime.All;

    /// <summary>What the reader should tell the user, a line each: reports of the folder that were left aside.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The size that a fact names, in bytes; null where the run doesn't say, or names none.</summary>
    public long? BytesOf(string key) => Environment.FirstOrDefault(fact => fact.Key == key) is not { } fact ? null
        // Files of before facts had bytes: to one decimal, as people read it.
        : fact.Bytes ?? ByteSize.OfDescription(fact.Value)?.Bytes;
}

/// <summary>One fact about the machine or the build.</summary>
/// <param name="Key">Stable name, compared between runs.</param>
/// <param name="Label">Name to show.</param>
/// <param name="Value">Value to show and to compare.</param>
/// <param name="Matters">Whether runs that differ here can't be compared.</param>
public sealed record EnvironmentFact(string Key, string Label, string Value, bool Matters)
{
    /// <summary>The size that the value names; null where it names none, and in files of before facts had bytes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }
}

/// <summary>A benchmark that was not measured.</summary>
/// <param name="Benchmark">Its name, or the name of the group left out.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(string Benchmark, string Reason);

/// <summary>A warning a row carries about itself.</summary>
/// <param name="Id">Stable name of the kind of warning.</param>
/// <param name="Text">The warning.</param>
/// <param name="Meaning">What it means for the numbers of the row; null where the run doesn't say.</param>
public sealed record Mark(string Id, string Text, string? Meaning = null);
