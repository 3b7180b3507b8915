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

    private sealed record Document(string Format, string Unit, EnvironmentFact[] Environment, LeftOut[] LeftOut, Row[] Rows);

    private sealed record Row(
        string Name, string Type, string Method, string[][] Parameters, double[] Medians, double[] Spreads, int[] Iterations,
        string? Title = null, double[]? CpuMedians = null, double[]? InCalls = null, Noise? Noise = null, double? Expected = null, double? Measured = null,
        string? Counter = null, Mark[]? Marks = null, bool? Waits = null, long? Touched = null, long? Resident = null, double?[]? Quiet = null, double[]? QuickestCalls = null, bool? Clears = null, string? Job = null);

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
        AppendLines(text, "Rows", run.Rows.OrderBy(r => r.FullName, StringComparer.Ordinal).Select(ToRow));
        return text.Append("}\n").ToString();
    }

    /// <summary>Reads a baseline's text; <paramref name="source"/> names it in messages.</summary>
    public static Run Read(string source, ReadOnlySpan<byte> text)
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
        if (document.Rows.Sum(r => (long)r.Medians.Length) > Limits.AllLaunches)
            throw new ReadException(source, $"holds more than {Limits.AllLaunches} launches in all");
        if (document.Environment.Length > Limits.Facts)
            throw new ReadException(source, $"holds more than {Limits.Facts} facts");
        if (document.LeftOut.Length > Limits.Rows)
            throw new ReadException(source, $"holds more than {Limits.Rows} benchmarks left out");
        if (document.Environment.Any(f => TooLong(f.Key, f.Label, f.Value)) || document.LeftOut.Any(l => TooLong(l.Benchmark, l.Reason)))
            throw new ReadException(source, $"holds text of more than {Limits.Text} characters");
        if (document.Rows.GroupBy(r => r.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ReadException(source, $"two rows are named {twice.Key}");
        if (document.Environment.FirstOrDefault(f => f.Bytes < 0) is { } negative)
            throw new ReadException(source, $"says that {negative.Key} is {negative.Bytes} bytes");
        if (document.Environment.GroupBy(f => f.Key).FirstOrDefault(g => g.Count() > 1) is { } fact)
            throw new ReadException(source, $"says {fact.Key} twice");
        return new Run(source, document.Unit, document.Environment, [.. document.Rows.Select(r => FromRow(source, r))], document.LeftOut);
    }

    private static Row ToRow(BenchmarkRow row) => new(
        row.FullName, row.Type, row.Method, [.. row.Parameters.Select(p => new[] { p.Key, p.Value })],
        [.. row.Launches.Select(l => l.Median)], [.. row.Launches.Select(l => Math.Round(l.Spread, 4))], [.. row.Launches.Select(l => l.Iterations)],
        row.Title == row.Method ? null : row.Title,
        Whole(row, l => l.CpuMedian), Whole(row, l => l.InCalls),
        row.Noise, row.Expected, row.Measured, row.Counter, row.Marks.Count == 0 ? null : [.. row.Marks], row.Waits ? true : null, row.TouchedPages, row.ResidentPages,
        row.Launches.Any(l => l.Quiet is not null) ? [.. row.Launches.Select(l => l.Quiet)] : null, Whole(row, l => l.QuickestCall), row.CountsClears ? true : null, row.Job);

    // Null unless every launch has it.
    private static double[]? Whole(BenchmarkRow row, Func<Launch, double?> what) =>
        row.Launches.All(l => what(l) is not null) ? [.. row.Launches.Select(l => what(l)!.Value)] : null;

    private static BenchmarkRow FromRow(string source, Row row)
    {
        ReadException Wrong(string reason) => new(source, $"{row.Name}: {reason}");
        if (row.Name.Length == 0 || row.Type.Length == 0 || row.Method.Length == 0)
            throw Wrong("Name, Type and Method must not be empty");
        if (TooLong([row.Name, row.Type, row.Method, row.Title, row.Counter, row.Job, .. row.Marks?.SelectMany(m => new[] { m?.Id, m?.Text, m?.Meaning }) ?? [], .. row.Parameters.SelectMany(p => p ?? [])]))
            throw new ReadException(source, $"a row holds text of more than {Limits.Text} characters");
        if (row.Medians.Length is 0 or > Limits.Launches || row.Parameters.Length > Limits.Marks || row.Marks?.Length > Limits.Marks)
            throw Wrong($"a row has 1 to {Limits.Launches} launches, and at most {Limits.Marks} parameters and marks");
        if (row.Iterations.Length != row.Medians.Length
            || new[] { row.Spreads, row.CpuMedians, row.InCalls, row.QuickestCalls }.Any(values => values is not null && values.Length != row.Medians.Length)
            || row.Quiet is { } quiet && quiet.Length != row.Medians.Length)
            throw Wrong("Medians, Spreads, Iterations, CpuMedians, InCalls, Quiet and QuickestCalls must have one entry per launch");
        if (new IEnumerable<double>?[] { row.Medians, row.CpuMedians, row.Quiet?.OfType<double>(), row.QuickestCalls }.Any(values => values is not null && !values.All(Limits.AreTime)))
            throw Wrong($"a measurement must be finite, above zero and one that is possible ({Limits.LeastTime} to {Limits.MostTime} ns an operation)");
        if (row.InCalls is { } calls && !calls.All(Limits.AreCalls))
            throw Wrong("InCalls must be finite, above zero and possible");
        if (row.CpuMedians is null && (row.InCalls ?? row.QuickestCalls) is not null)
            throw Wrong("InCalls and QuickestCalls are of CPU time: CpuMedians must be there too");
        if (row.Spreads.Any(s => !(s >= 0 && s <= Limits.MostTime / Limits.LeastTime)) || row.Iterations.Any(i => i < 1))
            throw Wrong("a spread must be finite and not negative, and a launch has at least one iteration");
        if (row.Noise is { } noise && !(Limits.AreCount(noise.Deviation) && Limits.AreCount(noise.Floor) && noise.Rounds >= 2))
            throw Wrong("Noise must be finite, not negative and of at least 2 rounds");
        if (row.Parameters.Any(p => p is not [not null, not null]))
            throw Wrong("Parameters must be pairs");
        if (row.Marks is { } marks && marks.Any(m => m is null))
            throw Wrong("Marks holds null");
        if (row.Expected is { } expected && !Limits.AreCount(expected) || row.Measured is { } measured && !Limits.AreCount(measured))
            throw Wrong("Expected and Measured must be finite, possible and not negative");
        if (row.Touched is < 1 or > (long)Limits.MostTime || row.Resident is < 0 or > (long)Limits.MostTime)
            throw Wrong("Touched must be above zero, Resident not negative, and both possible");

        return new BenchmarkRow
        {
            FullName = row.Name,
            Job = row.Job,
            Type = row.Type,
            Method = row.Method,
            Title = row.Title ?? row.Method,
            Parameters = [.. row.Parameters.Select(p => KeyValuePair.Create(p[0], p[1]))],
            Launches = [.. row.Medians.Select((median, i) => new Launch
            {
                Median = median,
                Spread = row.Spreads[i],
                Iterations = row.Iterations[i],
                CpuMedian = row.CpuMedians?[i],
                InCalls = row.InCalls?[i],
                Quiet = row.Quiet?[i],
                QuickestCall = row.QuickestCalls?[i],
            })],
            CountsClears = row.Clears == true,
            Noise = row.Noise,
            Expected = row.Expected,
            Measured = row.Measured,
            Counter = row.Counter,
            Marks = row.Marks ?? [],
            Waits = row.Waits ?? false,
            TouchedPages = row.Touched,
            ResidentPages = row.Resident,
        };
    }

    private static bool TooLong(params IEnumerable<string?> texts) => texts.Any(text => text?.Length > Limits.Text);

    private static void AppendLines<T>(StringBuilder text, string name, IEnumerable<T> items)
    {
        var lines = items.Select(item => "  " + JsonSerializer.Serialize(item, Compact)).ToArray();
        text.Append($"\"{name}\":[{(lines.Length == 0 ? "" : "\n")}").AppendJoin(",\n", lines).Append(']');
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, Compact);
}
