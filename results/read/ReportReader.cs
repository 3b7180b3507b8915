using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// Reads BenchmarkDotNet's full JSON report, with or without this suite's additions. Strict: what it returns is complete
/// and finite, and everything else is a <see cref="ReadException"/>.
/// </summary>
/// <remarks>
/// One benchmark at a time is turned into a document, so that a report of thousands needs little more memory than its text.
/// </remarks>
public static class ReportReader
{
    /// <summary>Reads a report's text.</summary>
    /// <param name="source">Names it in messages.</param>
    /// <param name="json">The text.</param>
    /// <param name="each">Makes of each row what is kept of it, as soon as it is read; null for the row itself, with all that was read in
    /// its iterations.</param>
    public static Run Read(string source, ReadOnlySpan<byte> json, Func<BenchmarkRow, BenchmarkRow>? each = null) =>
        ReadPart(source, json, each) is { Rows.Count: > 0 } run ? run : throw Unmeasured(ReadPart(source, json, each));

    /// <summary>Why a run without a row can't be used.</summary>
    public static ReadException Unmeasured(Run run) =>
        new(run.Source, run.LeftOut.Count == 0 ? "Benchmarks is empty" : $"no benchmark was measured ({run.LeftOut[^1].Reason})");

    /// <summary>The same of one of a run's reports: it may be of a class of which every row failed.</summary>
    public static Run ReadPart(string source, ReadOnlySpan<byte> json, Func<BenchmarkRow, BenchmarkRow>? each = null)
    {
        try
        {
            return ReadRoot(source, json, each ?? (row => row));
        }
        catch (JsonException e)
        {
            // Looked for only here: a good report is read once.
            if (NotANumber.Blank(json) is { } blanked)
                return ReadPart(source, blanked, each);
            throw new ReadException(source, $"not valid JSON (truncated?): {Place(json) ?? e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // System.Text.Json's answer to text that is no valid UTF-8 inside a string.
            throw new ReadException(source, $"not valid JSON text: {e.Message}", e);
        }
    }

    // In the whole text: the reader began anew behind each array of measurements.
    private static string? Place(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read()) ;
            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    private static Run ReadRoot(string source, ReadOnlySpan<byte> json, Func<BenchmarkRow, BenchmarkRow> each)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new ReadException(source, "not a BenchmarkDotNet report: its root is no object");

        List<EnvironmentFact>? host = null;
        var suite = SuiteHeader.None;
        ReportRows? benchmarks = null;
        string? title = null;
        HashSet<string> seen = [];

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!seen.Add(name))
                throw new ReadException(source, $"{name} appears twice");
            reader.Read();
            switch (name)
            {
                case "HostEnvironmentInfo":
                    using (var document = JsonDocument.ParseValue(ref reader))
                        host = HostFacts.Read(new ReportNode(source, name, document.RootElement));
                    break;
                case "Bench":
                    using (var document = JsonDocument.ParseValue(ref reader))
                        suite = SuiteHeader.Read(new ReportNode(source, name, document.RootElement));
                    break;
                case "Benchmarks":
                    benchmarks = ReadBenchmarks(source, json, ref reader, each);
                    break;
                case "Title" when reader.TokenType == JsonTokenType.String:
                    title = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.Read())
            throw new ReadException(source, "more text follows the report");
        if (host is null)
            throw new ReadException(source, "not a BenchmarkDotNet full report: HostEnvironmentInfo is missing");
        if (benchmarks is null)
            throw new ReadException(source, "not a BenchmarkDotNet full report: Benchmarks is missing");
        var (rows, unmeasured) = benchmarks.Settle();
        if (rows.Count + unmeasured.Count == 0)
            throw new ReadException(source, "Benchmarks is empty");

        return new Run(source, suite.Unit, HostFacts.Merge(host, suite.Environment), rows, [.. suite.LeftOut, .. unmeasured])
        {
            Title = title,
            Notes = suite.Notes
        };
    }

    // Behind an array of measurements the reader begins anew, with what is left of the text.
    private static ReportRows ReadBenchmarks(string source, ReadOnlySpan<byte> json, ref Utf8JsonReader reader,
        Func<BenchmarkRow, BenchmarkRow> each)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ReadException(source, "Benchmarks is no array");
        ReportRows rows = new(source);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var row = ReadBenchmark(source, $"Benchmarks[{rows.Count}]", ref json, ref reader);
            rows.Add(row with { Measured = row.Measured is { } measured ? each(measured) : null });
        }

        return rows;
    }

    // All but the measurements becomes a document.
    private static ReportRow ReadBenchmark(string source, string place, ref ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ReadException(source, $"{place} is no object");
        int start = (int)reader.TokenStartIndex;
        ReadOnlySpan<byte> before = [];
        IReadOnlyList<List<double>>? launches = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool measurements = reader.ValueTextEquals("Measurements"u8);
            reader.Read();
            if (!measurements || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            if (launches is not null)
                throw new ReadException(source, $"{place} has Measurements twice");
            before = json[start..(int)reader.BytesConsumed];
            launches = new MeasurementsReader(source, $"{place}.Measurements").Read(ref json, ref reader);
            start = (int)reader.TokenStartIndex;
        }

        using var document = JsonDocument.Parse((byte[])[.. before, .. json[start..(int)reader.BytesConsumed]]);
        return RowReader.Read(new ReportNode(source, place, document.RootElement), launches);
    }
}
