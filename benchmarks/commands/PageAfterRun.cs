using Bench.Results.Data;
using Bench.Results.Files;
using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Results.Show;
using Bench.Results.Show.Page;

namespace Bench.Commands;

/// <summary>The report page of a run, written after it.</summary>
internal static class PageAfterRun
{
    /// <summary>The line to print: where the page is, or why there is none. A run is not failed for want of a page.</summary>
    /// <param name="folder">Where the page goes.</param>
    /// <param name="reports">This run's reports: the folder may hold those of older runs, under other settings.</param>
    public static string Write(string folder, IReadOnlyList<string> reports)
    {
        try
        {
            string page = Path.Combine(folder, "report.html");
            AtomicFile.Write(page, ReportPage.Write([RunSource.ReadReports(folder, reports)]));
            return $"Page: {page}";
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException or IOException or UnauthorizedAccessException)
        {
            return $"No page: {e.Message}";
        }
    }
}
