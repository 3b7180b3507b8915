using Bench.Results.Data;
using Bench.Results.Read.Journals;
using Bench.Results.Show.Journals;

namespace Bench.Journaling;

/// <summary>
/// The journals that ended runs left in an artifacts folder. One of a run that still lives is never touched: it is locked.
/// </summary>
internal static class StoppedRuns
{
    private const string FolderBegins = "interrupted-";
    private const int MostFolders = 1000;

    /// <summary>
    /// Writes the reports of runs that were killed before they could, each into a folder of its own by its start, and moves the journal
    /// there. Of those that wrote their own only the newest journal is kept.
    /// </summary>
    /// <param name="artifacts">The folder; need not be there.</param>
    /// <param name="tell">Takes a line for each.</param>
    /// <returns>The folders written, oldest run first.</returns>
    public static IReadOnlyList<string> Recover(string artifacts, Action<string> tell)
    {
        List<string> recovered = [];
        List<JournalOfOther> reported = [];
        foreach (var journal in In(artifacts, tell).OrderBy(journal => journal.Run.Header.Start))
        {
            if (journal.Run.End is not null)
                reported.Add(journal);
            else if (journal.Run.Launches.Count == 0)
                journal.Remove();
            else if (Recover(artifacts, journal, tell) is { } folder)
                recovered.Add(folder);
        }
        foreach (var older in reported.SkipLast(1))
            older.Remove();
        foreach (var journal in reported)
            journal.Dispose();
        return recovered;
    }

    /// <summary>The newest run that did not come to its end, recovered or not; null where there is none. To be disposed.</summary>
    public static JournalOfOther? Newest(string artifacts, Action<string> tell)
    {
        JournalOfOther? newest = null;
        foreach (var journal in FoldersOf(artifacts).Prepend(artifacts).SelectMany(folder => In(folder, tell)))
        {
            bool newer = newest is null || journal.Run.Header.Start > newest.Run.Header.Start;
            (newer ? newest : journal)?.Dispose();
            newest = newer ? journal : newest;
        }
        return newest;
    }

    private static string[] FoldersOf(string artifacts) =>
        Directory.Exists(artifacts) ? [.. Directory.EnumerateDirectories(artifacts, FolderBegins + "*").Take(MostFolders)] : [];

    private static IEnumerable<JournalOfOther> In(string folder, Action<string> tell)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (string path in Directory.EnumerateFiles(folder, "*" + JournalReader.Ending).Order(StringComparer.Ordinal))
        {
            if (JournalOfOther.TryOpen(path, out string reason) is { } journal)
                yield return journal;
            else if (reason.Length > 0)
                tell($"ignored: {reason}");
        }
    }

    private static string? Recover(string artifacts, JournalOfOther journal, Action<string> tell)
    {
        string folder = Unused(Path.Combine(artifacts, FolderBegins + journal.Run.Header.Stamp));
        try
        {
            string what = StoppedReports.Write(journal.Run, Path.Combine(folder, "results"));
            journal.MoveTo(folder);
            tell($"An earlier run here did not come to its end: {journal.Run.Ending}. Its reports: {what}");
            return folder;
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException or IOException or UnauthorizedAccessException)
        {
            // Half of the reports would pass for all of them at the next start.
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            tell($"An earlier run here did not come to its end, and its reports can't be written: {e.Message}");
            return null;
        }
        finally
        {
            journal.Dispose();
        }
    }

    private static string Unused(string path)
    {
        string free = path;
        for (int number = 2; Path.Exists(free); number++)
            free = $"{path}-{number}";
        return free;
    }
}
