using System.Text.RegularExpressions;
using Bench.Results.Data;
using Bench.Results.Files;
using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Results.Read.Journals;
using Bench.Results.Show.Page;
using Bench.Results.Show.Table;

namespace Bench.Results.Show.Journals;

/// <summary>
/// The reports of a run that did not come to its end, from its journal: the full JSON, markdown and CSV of each class, and the page.
/// </summary>
public static partial class StoppedReports
{
    /// <summary>The page's name.</summary>
    public const string Page = "report.html";

    /// <summary>Writes them into <paramref name="folder"/>, which is made where it isn't there.</summary>
    /// <returns>What was written, in one sentence.</returns>
    /// <exception cref="ReadException">Nothing was measured, or a value is not what it should be; nothing was written.</exception>
    /// <exception cref="IOException">One can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string Write(RunJournal journal, string folder)
    {
        var run = new RunSource().Of(journal) with { Source = folder };
        var reports = JournalReport.ByClass(journal).Select(report => (Name: NameOf(journal.Source, report.Class), report.Json)).ToArray();
        Directory.CreateDirectory(folder);
        foreach (var (name, json) in reports)
        {
            var measured = OfClass(run, ReportReader.ReadPart(journal.Source, json));
            AtomicFile.Write(Path.Combine(folder, $"{name}-report-full.json"), json);
            AtomicFile.Write(Path.Combine(folder, $"{name}-report-github.md"), MarkdownResults.Write(measured));
            AtomicFile.Write(Path.Combine(folder, $"{name}-report.csv"), CsvResults.Write(measured));
        }

        AtomicFile.Write(Path.Combine(folder, Page), ReportPage.Write([run]));
        return $"{run.Rows.Count} of {journal.Header.Planned.Count} rows in {folder}";
    }

    private static Run OfClass(Run run, Run ofClass)
    {
        var names = ofClass.Rows.Select(row => row.FullName).ToHashSet(StringComparer.Ordinal);
        return run with { Rows = [.. run.Rows.Where(row => names.Contains(row.FullName))] };
    }

    // A name from a file never becomes a path.
    private static string NameOf(string source, string type) => ClassName().IsMatch(type)
        ? type
        : throw new ReadException(source, $"'{type}' is no name of a class");

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
