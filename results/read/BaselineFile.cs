using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// The saved baseline: per row the raw median of every launch, nothing derived but the calibration. One line per row, in a
/// fixed order, so that a repository can keep it and a diff shows which rows moved.
/// </summary>
public static class BaselineFile
{
    private const string Format = "bench-baseline/1";

    private static readonly JsonSerializerOptions Compact = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        // Readable in a diff; the file is never pasted into a page.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Document(string Format, string Unit, EnvironmentFact[] Environment, LeftOut[] LeftOut, BaselineRow[] Rows);

    /// <summary>Whether the text starts like a baseline rather than like a report.</summary>
    public static bool Recognises(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.ValueTextEquals("Format"u8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text of a baseline of <paramref name="run"/>.</summary>
    public static string Write(Run run)
    {
        var text = new StringBuilder();
        text.Append($"{{\"Format\":\"{Format}\",\"Unit\":{Json(run.Unit)},\n");
        AppendLines(text, "Environment", run.Environment);
        text.Append(",\n");
        AppendLines(text, "LeftOut", run.LeftOut);
        text.Append(",\n");
        AppendLines(text, "Rows",
            run.Rows.OrderBy(r => r.FullName, StringComparer.Ordinal).Select(row => BaselineRow.Write(row, run.Measured, Compact)));
        return text.Append("}\n").ToString();
    }

    /// <summary>Reads a baseline's text.</summary>
    /// <param name="source">Names it in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="times">The times that its rows may hold; null for the suite's.</param>
    /// <exception cref="ReadException">It can't be used.</exception>
    public static Run Read(string source, ReadOnlySpan<byte> text, IReadOnlyList<MeasuredTime>? times = null)
    {
        if (text.Length > Limits.BaselineBytes)
            throw new ReadException(source, $"is a baseline of {text.Length >> 20} MB; at most {Limits.BaselineBytes >> 20} MB is read");
        Document document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(text, Compact) ?? throw new ReadException(source, "is null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            if (NotANumber.Blank(text) is not null)
                throw new ReadException(source, "holds NaN or infinity: a baseline needs all its numbers", e);
            throw new ReadException(source, $"not a valid baseline (truncated?): {e.Message}", e);
        }

        if (document.Format != Format)
            throw new ReadException(source, $"is of format {document.Format}: this build reads {Format}");
        if (document.Unit is not (Units.Nanoseconds or Units.Instructions))
            throw new ReadException(source, $"counts {document.Unit}");
        if (document.Rows.Any(r => r is null) || document.Environment.Any(f => f is null) || document.LeftOut.Any(l => l is null))
            throw new ReadException(source, "holds null where an object belongs");
        if (document.Rows.Length == 0)
            throw new ReadException(source, "holds no rows");
        if (document.Rows.Length > Limits.Rows)
            throw new ReadException(source, $"holds more than {Limits.Rows} benchmarks");
        if (document.Rows.Sum(r => (long)r.Iterations.Length) > Limits.AllLaunches)
            throw new ReadException(source, $"holds more than {Limits.AllLaunches} launches in all");
        if (document.Environment.Length > Limits.Facts)
            throw new ReadException(source, $"holds more than {Limits.Facts} facts");
        if (document.LeftOut.Length > Limits.Rows)
            throw new ReadException(source, $"holds more than {Limits.Rows} benchmarks left out");
        if (document.Environment.Any(f => BaselineRow.TooLong(f.Key, f.Label, f.Value))
            || document.LeftOut.Any(l => BaselineRow.TooLong(l.Benchmark, l.Reason)))
            throw new ReadException(source, $"holds text of more than {Limits.Text} characters");
        if (document.Rows.GroupBy(r => r.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ReadException(source, $"two rows are named {twice.Key}");
        if (document.Environment.FirstOrDefault(f => f.Bytes < 0) is { } negative)
            throw new ReadException(source, $"says that {negative.Key} is {negative.Bytes} bytes");
        if (document.Environment.GroupBy(f => f.Key).FirstOrDefault(g => g.Count() > 1) is { } fact)
            throw new ReadException(source, $"says {fact.Key} twice");
        return new Run(source, document.Unit, document.Environment,
            [.. document.Rows.Select(r => r.Read(source, times ?? MeasuredTime.All))], document.LeftOut)
        {
            Measured = times ?? MeasuredTime.All
        };
    }

    private static void AppendLines<T>(StringBuilder text, string name, IEnumerable<T> items)
    {
        string[] lines = items.Select(item => "  " + JsonSerializer.Serialize<object?>(item, Compact)).ToArray();
        text.Append($"\"{name}\":[{(lines.Length == 0 ? "" : "\n")}").AppendJoin(",\n", lines).Append(']');
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, Compact);
}
