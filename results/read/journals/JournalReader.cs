using System.Globalization;
using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read.Journals;

/// <summary>
/// Reads the journal that a run keeps: a line of JSON with what it plans, one for each launch, and one that says how it ended. Strict, but
/// for the last line: a power cut may leave half of it, and then it is as if that launch had not ended.
/// </summary>
public static class JournalReader
{
    /// <summary>What the first line begins with; the number is the format's.</summary>
    public const string Begins = "{\"Journal\":1,";

    /// <summary>How a journal's file is named at its end.</summary>
    public const string Ending = ".journal";

    /// <summary>Whether <paramref name="text"/> is a journal, of whatever format.</summary>
    public static bool Recognises(ReadOnlySpan<byte> text) => text.StartsWith("{\"Journal\":"u8);

    /// <summary>Reads a journal's text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="ReadException">It is no journal, of another format, or damaged before its last line.</exception>
    public static RunJournal Read(string source, ReadOnlySpan<byte> text)
    {
        try
        {
            return new Lines(source, text).Read();
        }
        catch (InvalidOperationException e)
        {
            // System.Text.Json's answer to text that is no valid UTF-8 inside a string.
            throw new ReadException(source, $"not valid JSON text: {e.Message}", e);
        }
    }

    /// <summary>The measurements of a launch.</summary>
    /// <exception cref="ReadException">One is not what it should be.</exception>
    public static IReadOnlyList<JournaledMeasurement> Measurements(string source, JournaledLaunch launch) =>
    [
        .. new ReportNode(source, launch.Of.FullName, launch.Json).Required("Measurements").Items(Limits.Measurements)
            .Select(m => new JournaledMeasurement(
            m.Required("IterationMode").Name(), m.Required("IterationStage").Name(), Small(m.Required("LaunchIndex")),
            Small(m.Required("IterationIndex")),
            m.Required("Operations").Whole(1), m.Required("Nanoseconds").Count())),
    ];

    private static int Small(ReportNode number) => (int)Math.Min(int.MaxValue, number.Whole(0));

    private sealed class Lines
    {
        private readonly string source;
        private readonly List<JsonElement> lines;
        private readonly List<JournaledLaunch> launches = [];
        private readonly List<JournaledFailure> failures = [];
        private readonly HashSet<(string, int)> seen = [];

        public Lines(string source, ReadOnlySpan<byte> text)
        {
            this.source = source;
            lines = Parse(source, text);
        }

        public RunJournal Read()
        {
            if (lines.Count == 0)
                throw new ReadException(source, "not a run's journal: it has no first line");
            var header = Header(new ReportNode(source, "line 1", lines[0]));
            string? end = null;
            for (int i = 1; i < lines.Count; i++)
            {
                var node = new ReportNode(source, $"line {i + 1}", lines[i]);
                end = node.Optional("End")?.Name();
                if (end is null)
                    Add(node);
            }

            return new RunJournal(source, header, launches, failures, end);
        }

        private static List<JsonElement> Parse(string source, ReadOnlySpan<byte> text)
        {
            List<JsonElement> lines = [];
            // What follows the last line's end was being written.
            for (int end; (end = text.IndexOf((byte)'\n')) >= 0; text = text[(end + 1)..])
            {
                var reader = new Utf8JsonReader(text[..end]);
                try
                {
                    lines.Add(JsonElement.ParseValue(ref reader));
                    if (reader.Read())
                        throw new JsonException("more text follows");
                }
                catch (JsonException e)
                {
                    if (text[(end + 1)..].IsEmpty && lines.Count > 0)
                        break;
                    throw new ReadException(source, $"line {lines.Count + 1} of the journal is damaged: {e.Message}", e);
                }
            }

            return lines;
        }

        private static JournalHeader Header(ReportNode node)
        {
            if (node.Required("Journal").Whole(0) is var format and not 1)
                throw node.Wrong($"has format {format}: this build reads format 1");
            var start = node.Required("Start");
            if (!DateTimeOffset.TryParseExact(start.Text(), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out var started))
                throw start.Wrong("is no time");
            PlannedRow[] planned = [.. node.Required("Planned").Items(Limits.Rows).Select(Row)];
            var suite = SuiteHeader.Read(node.Required("Bench"));
            return new JournalHeader(started, node.Required("Build").Name(),
                [.. node.Required("Options").Items(Limits.Facts).Select(option => option.Text())],
                (int)Math.Min(Limits.Launches, node.Required("Launches").Whole(1)), planned, suite.Unit, suite.Environment,
                Object(node.Required("HostEnvironmentInfo")), Object(node.Required("Bench")));
        }

        private void Add(ReportNode node)
        {
            if (node.Optional("Failed") is { } failed)
            {
                failures.Add(new JournaledFailure(Row(failed), failed.Required("Reason").Text()));
                return;
            }

            var json = node.Required("Row");
            var launch = new JournaledLaunch(Row(json), $"{json.Required("Namespace").Text()}.{json.Required("Type").Name()}",
                (int)Math.Min(Limits.Launches, node.Required("Launch").Whole(1)), Object(json), node.Optional("Counts")?.Element);
            _ = json.Required("Measurements").Items(Limits.Measurements);
            if (!seen.Add((launch.Of.Display, launch.Number)))
                throw node.Wrong($"repeats launch {launch.Number} of {launch.Of.FullName}");
            launches.Add(launch);
        }

        private static PlannedRow Row(ReportNode node) => new(node.Required("FullName").Name(), node.Required("DisplayInfo").Name());

        private static JsonElement Object(ReportNode node) =>
            node.Element.ValueKind == JsonValueKind.Object ? node.Element : throw node.Wrong("is no object");
    }
}
