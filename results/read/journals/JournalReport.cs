using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read.Journals;

/// <summary>A journal as full JSON reports, so that the mapping that reads those reads it too.</summary>
public static class JournalReport
{
    /// <summary>The run that a journal tells of; its rows not measured are left out with the reason.</summary>
    /// <exception cref="ReadException">A value in it is not what it should be, or nothing was measured.</exception>
    public static Run Run(RunJournal journal, Func<BenchmarkRow, BenchmarkRow>? each = null) => journal.Launches.Count > 0
        ? ReportReader.Read(journal.Source, Write(journal, journal.Launches), each)
        : throw new ReadException(journal.Source, $"no launch ended: {journal.Ending}");

    /// <summary>The full JSON of each class that was measured.</summary>
    public static IEnumerable<(string Class, byte[] Json)> ByClass(RunJournal journal) =>
        journal.Launches.GroupBy(launch => launch.Class).Select(launches => (launches.Key, Write(journal, [.. launches])));

    private static byte[] Write(RunJournal journal, IReadOnlyList<JournaledLaunch> launches)
    {
        try
        {
            return WriteReport(journal, launches);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // System.Text.Json's answers to text that is no Unicode.
            throw new ReadException(journal.Source, $"not valid JSON text: {e.Message}", e);
        }
    }

    private static byte[] WriteReport(RunJournal journal, IReadOnlyList<JournaledLaunch> launches)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("Title", $"{launches[0].Class}-{journal.Header.Stamp}");
            writer.WritePropertyName("HostEnvironmentInfo");
            journal.Header.Host.WriteTo(writer);
            WriteSuite(writer, journal);
            writer.WriteStartArray("Benchmarks");
            var rows = launches.GroupBy(launch => launch.Of.Display, StringComparer.Ordinal)
                .ToDictionary(row => row.Key, row => row.OrderBy(launch => launch.Number).Select(launch => launch.Json).ToArray(),
                    StringComparer.Ordinal);
            foreach (string? row in journal.Header.Planned.Select(row => row.Display).Concat(rows.Keys).Distinct(StringComparer.Ordinal))
            {
                if (rows.TryGetValue(row, out var found))
                    MergedRow.Write(writer, journal.Source, found);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteSuite(Utf8JsonWriter writer, RunJournal journal)
    {
        writer.WriteStartObject("Bench");
        foreach (var member in
            journal.Header.Suite.EnumerateObject().Where(member => !member.NameEquals("LeftOut") && !member.NameEquals("Notes")))
            member.WriteTo(writer);
        writer.WriteStartArray("LeftOut");
        if (new ReportNode(journal.Source, "line 1", journal.Header.Suite).Optional("LeftOut") is { } leftOut)
        {
            foreach (var row in leftOut.Items(Limits.Rows))
                row.Element.WriteTo(writer);
        }

        foreach (var row in journal.Missing)
        {
            writer.WriteStartObject();
            writer.WriteString("Benchmark", row.Benchmark);
            writer.WriteString("Reason", row.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("Notes");
        foreach (string note in journal.Notes)
            writer.WriteStringValue(note);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
