using System.Text.RegularExpressions;
using Bench.Results.Data;
using Bench.Results.Files;
using Bench.Results.Read;
using Bench.Results.Read.Journals;
using Bench.Results.Show.Page;

namespace Bench.Results.Show.Journals;

/// <summary>The reports of a run that did not come to its end, from its journal: the full JSON of each class, and the page with every table.</summary>
public static partial class StoppedReports
{
    /// <summary>The page's name.</summary>
    public const string Page = "report.html";

    // More are a wall of names, and the tables have each one's launches.
    private const int MostNamed = 8;

    /// <summary>Writes them into <paramref name="folder"/>, which is made where it isn't there.</summary>
    /// <returns>What was written, in one sentence.</returns>
    /// <exception cref="ReadException">Nothing was measured, or a value is not what it should be; nothing was written.</exception>
    /// <exception cref="IOException">One can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string Write(RunJournal journal, string folder)
    {
        var run = QuietLaunches.Keep(JournalReport.Run(journal)) with { Source = folder };
        var reports = JournalReport.ByClass(journal).Select(report => (File: FileOf(journal.Source, report.Class), report.Json)).ToArray();
        Directory.CreateDirectory(folder);
        foreach (var (file, json) in reports)
            AtomicFile.Write(Path.Combine(folder, file), json);
        AtomicFile.Write(Path.Combine(folder, Page), ReportPage.Write([run], notes: Notes(journal)));
        return $"{run.Rows.Count} of {journal.Header.Planned.Count} rows in {folder}";
    }

    private static string[] Notes(RunJournal journal)
    {
        var missing = journal.Missing.Count();
        return
        [
            $"This run of {journal.Header.Start.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC did not come to its end: {journal.Ending}. {journal.Header.Planned.Count - missing} of {journal.Header.Planned.Count} rows were measured; the others stand under “Not measured”, with the reason.",
            .. Short([.. journal.Short], journal.Header.Launches),
        ];
    }

    private static string[] Short(IReadOnlyList<(PlannedRow Row, int Launches)> rows, int planned) => rows.Count switch
    {
        0 => [],
        <= MostNamed => [$"Rows with fewer than {planned} launches: {string.Join(", ", rows.Select(row => $"{row.Row.FullName} ({row.Launches})"))}."],
        _ => [$"{rows.Count} rows have fewer than {planned} launches, as the column “Launches” says."],
    };

    // A name from a file never becomes a path.
    private static string FileOf(string source, string type) => ClassName().IsMatch(type)
        ? $"{type}-report-full.json"
        : throw new ReadException(source, $"'{type}' is no name of a class");

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
