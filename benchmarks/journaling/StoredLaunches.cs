using System.Globalization;
using Bench.Measuring;
using Bench.Record;
using Bench.Results.Data;
using Bench.Results.Read.Journals;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Journaling;

/// <summary>A launch of an earlier run, as if it had just been made.</summary>
/// <param name="Result">What BenchmarkDotNet's executor returned.</param>
/// <param name="Counts">What it counted; null where that was lost.</param>
/// <param name="Line">Its line of a journal.</param>
internal sealed record StoredLaunch(ExecuteResult Result, LaunchCounts? Counts, string Line);

/// <summary>The launches of a stopped run that the run which goes on with it need not make again.</summary>
internal sealed class StoredLaunches
{
    private readonly Dictionary<(string Row, int Launch), StoredLaunch> launches;

    private StoredLaunches(Dictionary<(string Row, int Launch), StoredLaunch> launches) => this.launches = launches;

    /// <summary>How many are left to hand over.</summary>
    public int Count => launches.Count;

    /// <summary>The lines of those that are left.</summary>
    public IEnumerable<string> Lines => launches.Values.Select(launch => launch.Line);

    /// <summary>All launches of a journal that ended well.</summary>
    /// <exception cref="ReadException">A value is not what it should be.</exception>
    public static StoredLaunches Of(RunJournal journal)
    {
        // The mapping that reads reports is stricter than BenchmarkDotNet's.
        if (journal.Launches.Count > 0)
            _ = JournalReport.Run(journal);
        try
        {
            return new StoredLaunches(
                journal.Launches.ToDictionary(launch => (launch.Of.Display, launch.Number), launch => Of(journal.Source, launch)));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // System.Text.Json's answers to text that is no Unicode.
            throw new ReadException(journal.Source, $"not valid JSON text: {e.Message}", e);
        }
    }

    /// <summary>The launch, if it was made; null for later calls.</summary>
    public StoredLaunch? Take(string row, int launch) => launches.Remove((row, launch), out var found) ? found : null;

    private static StoredLaunch Of(string source, JournaledLaunch launch)
    {
        var counts = launch.Counts is { } element
            ? LaunchCountsText.Read(element.GetRawText(), out string reason)
                ?? throw new ReadException(source, $"counts of {launch.Of.FullName}: {reason}")
            : null;
        if (counts is not null && counts.Benchmark != launch.Of.FullName)
            throw new ReadException(source, $"counts of {launch.Of.FullName} are those of another row");
        var measurements = JournalReader.Measurements(source, launch);
        int index = measurements.Count == 0 ? launch.Number : measurements[0].Launch;
        string[] lines = [.. measurements.Select(measurement => Line(source, measurement))];
        return new StoredLaunch(new ExecuteResult(true, 0, null, lines, [], [], index), counts,
            JournalText.Launch(launch.Number, launch.Json, counts));
    }

    // As BenchmarkDotNet prints a measurement for its parent to read, but with all digits.
    private static string Line(string source, JournaledMeasurement m) => string.Create(CultureInfo.InvariantCulture,
        $"{Word<IterationMode>(source, m.Mode)}{Word<IterationStage>(source, m.Stage)} {m.Iteration}: {m.Operations} op, "
            + $"{m.Nanoseconds:R} ns");

    private static T Word<T>(string source, string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text)
            ? Enum.Parse<T>(text)
            : throw new ReadException(source, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}");
}
