using Bench.Reporting.Exporters;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting;

/// <summary>
/// BenchmarkDotNet reports a class before the next one runs, but what is quiet goes by the quickest function call of the whole run. Reports
/// in which that makes a difference are written again at its end.
/// </summary>
internal static class ReportsOfWholeRun
{
    /// <summary>Writes them.</summary>
    /// <returns>What to say of the tables printed meanwhile, a line for each that says something else.</returns>
    public static IReadOnlyList<string> Write(IEnumerable<Summary> summaries)
    {
        List<string> older = [];
        foreach (var before in summaries)
        {
            var now = Again(before);
            if (Same(before, now))
                continue;
            foreach (var exporter in now.BenchmarksCases[0].Config.GetExporters().Where(each => each is AtomicExporter or ExporterBase))
                _ = exporter.ExportToFiles(now, NullLogger.Instance).ToArray();
            older.Add($"The table of {before.Title} was printed before the run's quickest function call was measured, "
                + "by which Quiet goes: its reports are written again.");
        }
        return older;
    }

    private static Summary Again(Summary summary) => new(
        summary.Title, summary.Reports, summary.HostEnvironmentInfo, summary.ResultsDirectoryPath, summary.LogFilePath, summary.TotalTime,
        summary.Style.CultureInfo, summary.ValidationErrors, summary.ColumnHidingRules, summary.Style);

    private static bool Same(Summary one, Summary other) =>
        one.Table.FullContentWithHeader.SelectMany(row => row).SequenceEqual(other.Table.FullContentWithHeader.SelectMany(row => row));
}
