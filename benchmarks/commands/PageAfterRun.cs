using Bench.Results.Read;
using Bench.Results.Show;
using Bench.Results.Show.Page;

namespace Bench.Commands;

/// <summary>The report page of everything in a results folder, written after every run.</summary>
internal static class PageAfterRun
{
    /// <summary>The line to print: where the page is, or why there is none. A run is not failed for want of a page.</summary>
    public static string Write(string results)
    {
        try
        {
            var page = Path.Combine(results, "report.html");
            AtomicFile.Write(page, ReportPage.Write([RunSource.Read(results)]));
            return $"Page: {page}";
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException or IOException or UnauthorizedAccessException)
        {
            return $"No page: {e.Message}";
        }
    }
}
