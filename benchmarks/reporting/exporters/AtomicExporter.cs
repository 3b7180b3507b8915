using Bench.Record;
using Bench.Results.Files;
using Bench.Results.Show;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>A report whose reader finds the old one or the new one, never half of one.</summary>
internal sealed class AtomicExporter(ExporterBase inner, RunRecord record) : IExporter
{
    public string Name => inner.Name;

    public void ExportToLog(Summary summary, ILogger logger) => inner.ExportToLog(summary, logger);

    public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger)
    {
        var report = new AccumulationLogger();
        inner.ExportToLog(summary, report);
        string path = inner.GetArtifactFullName(summary);
        try
        {
            AtomicFile.Write(path, report.GetLog());
            return [path];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // BenchmarkDotNet would log it and go on, to an exit status of success.
            record.Unwritten.Add($"{path} was not written: {e.Message}");
            return [];
        }
    }
}
