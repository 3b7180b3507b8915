using System.Globalization;
using System.Runtime.InteropServices;
using Bench.Interop.Processes;
using Bench.Machine.Facts;
using Bench.Measuring;
using Bench.Record;
using Bench.Results.Data;
using Bench.Results.Read.Journals;
using Bench.Results.Show.Journals;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace Bench.Journaling;

/// <summary>
/// A run and its journal: what earlier runs in the folder left is reported first, each launch is written down, and where the run is stopped
/// its reports are written from that.
/// </summary>
/// <param name="artifacts">The artifacts folder.</param>
/// <param name="results">Where reports go.</param>
/// <param name="tell">Takes a line for the user, from any thread.</param>
internal sealed class JournaledRun(string artifacts, string results, Action<string> tell) : IDisposable
{
    private static readonly PosixSignal[] Fatal = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> registrations = [];
    private JournalFile? file;
    private JournalOfOther? resumed;
    private int stopped;

    /// <summary>Recovers what earlier runs left, and begins the journal.</summary>
    /// <param name="launches">Writes down each launch from then on.</param>
    /// <param name="record">The run's record, with all that is left out.</param>
    /// <param name="spool">Where launches leave their counts.</param>
    /// <param name="options">The command line without what changes no number.</param>
    /// <param name="resume">Whether to go on with the newest run that stopped here.</param>
    /// <param name="cases">The cases planned.</param>
    /// <returns>Why the run can't go on with that one, in one line; null where it has begun.</returns>
    /// <exception cref="IOException">The folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public string? Begin(LaunchJournal launches, RunRecord record, CountSpool spool, IReadOnlyList<string> options, bool resume,
        IReadOnlyList<BenchmarkCase> cases)
    {
        var start = DateTimeOffset.UtcNow;
        string header = JournalText.Header(start, BuildFact.Id, options, cases.Max(LaunchesOf), cases, record);
        var stored = resume ? Stored(header, out string? whyNot) : Nothing(out whyNot);
        if (whyNot is not null)
            return whyNot;
        if (!resume)
            StoppedRuns.Recover(artifacts, tell);
        string name =
            string.Create(CultureInfo.InvariantCulture, $"run-{start:yyyy-MM-dd'T'HH-mm-ss}-{Environment.ProcessId}{JournalReader.Ending}");
        file = JournalFile.Create(artifacts, name, [header, .. stored?.Lines ?? []], tell);
        // All that it tells is in the new one: were it left, a later run could go on with less than was measured.
        if (!file.HasMoved)
            resumed?.Remove();
        launches.Begin(record, spool, file, stored);
        registrations.AddRange(Fatal.Select(signal => PosixSignalRegistration.Create(signal, context => StopBy(context.Signal, launches))));
        return null;
    }

    /// <summary>Notes that the run came to its end; where all its reports were written, the journal is not needed any more.</summary>
    public void End(bool reported)
    {
        if (!reported)
            return;
        Forget();
        file?.Remove();
        resumed?.Remove();
    }

    /// <summary>Whether a row failed for want of room for the journal, which was said already.</summary>
    public bool IsFull(string? failure) => failure is not null && failure == file?.Full;

    /// <summary>Writes the reports of what was measured until the run ended otherwise.</summary>
    public void Report(string ending)
    {
        if (file is null || Interlocked.Exchange(ref stopped, 1) != 0)
            return;
        try
        {
            var journal = JournalReader.Read(file.Path, file.Read()) with { End = ending };
            if (journal.Launches.Count == 0)
            {
                tell($"Stopped before the first row was measured: {ending}.");
                file.Remove();
                return;
            }
            tell($"The run did not come to its end: {ending}. Reports: {StoppedReports.Write(journal, results)}; "
                + $"{StartedAs.Own.With("--resume")} with the same options goes on where it stopped.");
            file.Append(JournalText.End(ending));
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException or IOException or UnauthorizedAccessException)
        {
            tell($"error: the reports of the stopped run can't be written: {e.Message}; what it measured is in {file.Path}");
        }
    }

    /// <summary>Lets others have the journal.</summary>
    public void Dispose()
    {
        Forget();
        file?.Dispose();
        resumed?.Dispose();
    }

    // A second signal does not wait for the reports.
    private void StopBy(PosixSignal signal, LaunchJournal launches)
    {
        if (Volatile.Read(ref stopped) != 0)
            return;
        launches.Stop();
        Report($"it was stopped by {signal}");
    }

    private void Forget()
    {
        registrations.ForEach(registration => registration.Dispose());
        registrations.Clear();
    }

    private static int LaunchesOf(BenchmarkCase row) =>
        row.Job.HasValue(RunMode.LaunchCountCharacteristic) ? Math.Max(1, row.Job.Run.LaunchCount) : 1;

    private static StoredLaunches? Nothing(out string? whyNot)
    {
        whyNot = null;
        return null;
    }

    private StoredLaunches? Stored(string header, out string? whyNot)
    {
        whyNot = null;
        resumed = StoppedRuns.Newest(artifacts, tell);
        if (resumed is null)
        {
            tell($"Nothing to resume in {artifacts}: every row is measured anew.");
            return null;
        }
        string began = $"the run of {resumed.Run.Header.Start.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC in {artifacts}";
        var now = JournalReader.Read("this run", System.Text.Encoding.UTF8.GetBytes(header + "\n")).Header;
        if (ResumableRun.WhyNot(resumed.Run.Header, now) is { } difference)
        {
            whyNot = $"--resume: {began} can't be gone on with: {difference}";
            return null;
        }
        var stored = StoredLaunches.Of(resumed.Run);
        tell($"Goes on with {began}: launches measured already: {stored.Count} of {now.Planned.Count * now.Launches}.");
        return stored;
    }
}
