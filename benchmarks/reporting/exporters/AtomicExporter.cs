using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>Writes a report beside its place, then moves it there: a reader finds the old report or the new one, never half of one.</summary>
internal sealed class AtomicExporter(ExporterBase inner) : IExporter
{
    public string Name => inner.Name;

    public void ExportToLog(Summary summary, ILogger logger) => inner.ExportToLog(summary, logger);

    public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger)
    {
        string path = inner.GetArtifactFullName(summary);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var writer = new StreamWriter(temporary))
            using (var file = new StreamLogger(writer))
                inner.ExportToLog(summary, file);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
        return [path];
    }
}
