using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bench.Measuring;
using Bench.Record;
using Bench.Reporting.Exporters;
using Bench.Results.Read.Journals;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Journaling;

/// <summary>
/// The lines of a run's journal. What BenchmarkDotNet knows stands in them as its full JSON has it, written by the same exporter.
/// </summary>
internal static class JournalText
{
    /// <summary>The first line.</summary>
    public static string Header(DateTimeOffset start, string build, IReadOnlyList<string> options, int launches,
        IReadOnlyList<BenchmarkCase> planned, RunRecord record)
    {
        using var report = Report(record);
        return JournalReader.Begins + Line(writer =>
        {
            writer.WriteString("Start", start.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
            writer.WriteString("Build", build);
            writer.WriteStartArray("Options");
            foreach (string option in options)
                writer.WriteStringValue(option);
            writer.WriteEndArray();
            writer.WriteNumber("Launches", launches);
            writer.WriteStartArray("Planned");
            foreach (var item in planned)
            {
                writer.WriteStartObject();
                WriteName(writer, item);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            Copy(writer, report, "HostEnvironmentInfo");
            Copy(writer, report, "Bench");
        })[1..];
    }

    /// <summary>A launch that ended well.</summary>
    /// <param name="launch">Its number, from 1.</param>
    /// <param name="report">The row with this launch alone.</param>
    /// <param name="counts">What it counted; null where that is lost.</param>
    /// <param name="record">The same, as the exporter asks for it.</param>
    public static string Launch(int launch, BenchmarkReport report, LaunchCounts? counts, RunRecord record)
    {
        using var json = Report(record, report);
        return Launch(launch, json.RootElement.GetProperty("Benchmarks")[0], counts);
    }

    /// <summary>The same, the row as it stands in the full JSON.</summary>
    public static string Launch(int launch, JsonElement row, LaunchCounts? counts) => Line(writer =>
    {
        writer.WriteNumber("Launch", launch);
        writer.WritePropertyName("Row");
        row.WriteTo(writer);
        if (counts is null)
            return;
        writer.WritePropertyName("Counts");
        writer.WriteRawValue(LaunchCountsText.Write(counts));
    });

    /// <summary>A launch, or a build, that failed.</summary>
    public static string Failure(BenchmarkCase row, string reason) => Line(writer =>
    {
        writer.WriteStartObject("Failed");
        WriteName(writer, row);
        writer.WriteString("Reason", reason);
        writer.WriteEndObject();
    });

    /// <summary>The last line of a run that ended otherwise than by itself.</summary>
    public static string End(string how) => Line(writer => writer.WriteString("End", how));

    private static JsonDocument Report(RunRecord record, params BenchmarkReport[] rows)
    {
        var log = new AccumulationLogger();
        new JsonReport(record)
            .ExportToLog(
                new Summary("journal", [.. rows], HostEnvironmentInfo.GetCurrent(), "", "", TimeSpan.Zero, CultureInfo.InvariantCulture, [],
                    []), log);
        return JsonDocument.Parse(log.GetLog());
    }

    private static void Copy(Utf8JsonWriter writer, JsonDocument report, string member)
    {
        writer.WritePropertyName(member);
        report.RootElement.GetProperty(member).WriteTo(writer);
    }

    private static void WriteName(Utf8JsonWriter writer, BenchmarkCase row)
    {
        writer.WriteString("FullName", FullNameProvider.GetBenchmarkName(row));
        writer.WriteString("DisplayInfo", row.DisplayInfo);
    }

    private static string Line(Action<Utf8JsonWriter> members)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
