using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read.Journals;

/// <summary>A row that a run meant to measure.</summary>
/// <param name="FullName">BenchmarkDotNet's full name.</param>
/// <param name="Display">The same with the job, which tells rows of several jobs apart.</param>
public sealed record PlannedRow(string FullName, string Display);

/// <summary>A launch that ended well.</summary>
/// <param name="Of">The row.</param>
/// <param name="Class">The benchmark class with its namespace.</param>
/// <param name="Number">The launch, from 1.</param>
/// <param name="Json">The row as it stands in the full JSON, with this launch's measurements alone.</param>
/// <param name="Counts">What the launch counted, as it handed it over; null where that was lost.</param>
public sealed record JournaledLaunch(PlannedRow Of, string Class, int Number, JsonElement Json, JsonElement? Counts);

/// <summary>One measurement of BenchmarkDotNet's; its names are BenchmarkDotNet's.</summary>
/// <param name="Mode">Workload or overhead.</param>
/// <param name="Stage">Pilot, warm-up, actual, result and others.</param>
/// <param name="Launch">The launch: from 1, but 0 in process.</param>
/// <param name="Iteration">The iteration, from 1.</param>
/// <param name="Operations">Operations done.</param>
/// <param name="Nanoseconds">What they took together.</param>
public sealed record JournaledMeasurement(string Mode, string Stage, int Launch, int Iteration, long Operations, double Nanoseconds);

/// <summary>A launch, or a build, that failed.</summary>
/// <param name="Of">The row.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record JournaledFailure(PlannedRow Of, string Reason);

/// <summary>What is known of a run from its first line on.</summary>
/// <param name="Start">When it began, UTC.</param>
/// <param name="Build">The suite's build.</param>
/// <param name="Options">Its options, without those that change no number.</param>
/// <param name="Launches">Launches of each row.</param>
/// <param name="Planned">Its rows, in the order in which they are reported.</param>
/// <param name="Unit">What it measures in: one of <see cref="Units"/>.</param>
/// <param name="Environment">The suite's facts about the machine and the run.</param>
/// <param name="Host">The full JSON's HostEnvironmentInfo.</param>
/// <param name="Suite">The full JSON's Bench.</param>
public sealed record JournalHeader(
    DateTimeOffset Start,
    string Build,
    IReadOnlyList<string> Options,
    int Launches,
    IReadOnlyList<PlannedRow> Planned,
    string Unit,
    IReadOnlyList<EnvironmentFact> Environment,
    JsonElement Host,
    JsonElement Suite)
{
    /// <summary>The start as a part of a file's name.</summary>
    public string Stamp => Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A run as its journal tells it: what was planned, measured and failed, and how it ended.</summary>
/// <param name="Source">The file, for messages.</param>
/// <param name="Header">Its first line.</param>
/// <param name="Launches">Launches that ended well, in the order in which they did.</param>
/// <param name="Failures">Those that failed.</param>
/// <param name="End">How the run ended, as it said itself when its reports were written; null where it was killed before it could.</param>
public sealed record RunJournal(
    string Source, JournalHeader Header, IReadOnlyList<JournaledLaunch> Launches, IReadOnlyList<JournaledFailure> Failures, string? End)
{
    // More are a wall of names, and the tables have each one's launches.
    private const int MostNamed = 8;

    private const string Killed = "it was killed, or the machine went down";

    /// <summary>How the run ended, for people.</summary>
    public string Ending => End ?? Killed;

    /// <summary>The rows planned of which no launch ended well, each with the reason.</summary>
    public IEnumerable<LeftOut> Missing
    {
        get
        {
            var measured = Launches.Select(launch => launch.Of.Display).ToHashSet(StringComparer.Ordinal);
            var failed = Failures.DistinctBy(failure => failure.Of.Display)
                .ToDictionary(failure => failure.Of.Display, failure => failure.Reason, StringComparer.Ordinal);
            return Header.Planned.Where(row => !measured.Contains(row.Display)).Select(row => new LeftOut(row.FullName,
                failed.TryGetValue(row.Display, out string? reason)
                    ? $"it failed: {reason}"
                    : $"the run stopped before it was measured: {Ending}"));
        }
    }

    /// <summary>What a reader of its numbers must know, a line each: that it did not come to its end, and what is missing.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            var (planned, missing) = (Header.Planned.Count, Missing.Count());
            return
            [
                $"This run of {Header.Start.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC did not come to its end: {Ending}. {planned - missing} "
                + $"of {planned} rows "
                    + "were measured; the others stand under “Not measured”, with the reason.",
                .. Fewer([.. Short]),
            ];
        }
    }

    /// <summary>Rows that have fewer launches than planned, each with their number.</summary>
    public IEnumerable<(PlannedRow Row, int Launches)> Short =>
        Launches.GroupBy(launch => launch.Of).Where(row => row.Count() < Header.Launches).Select(row => (row.Key, row.Count()));

    private string[] Fewer(IReadOnlyList<(PlannedRow Row, int Launches)> rows) => rows.Count switch
    {
        0 => [],
        <= MostNamed =>
            [$"Rows with fewer than {Header.Launches} launches: "
                + $"{string.Join(", ", rows.Select(row => $"{row.Row.FullName} ({row.Launches})"))}."],
        _ => [$"{rows.Count} rows have fewer than {Header.Launches} launches, as the column “Launches” says."],
    };
}
