using System.Text;
using Bench.Record;
using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Read;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Exporters;

/// <summary>The rows of BenchmarkDotNet's summary as its full JSON has them: a terminal shows what is read of a run later.</summary>
internal static class SummaryRows
{
    /// <summary>
    /// The run that <paramref name="summary"/> tells of, and each case's row. Which launches count is by all that was measured so far.
    /// </summary>
    /// <returns>Null where it can't be read.</returns>
    public static (Run Run, IReadOnlyDictionary<BenchmarkCase, BenchmarkRow> Rows)? Of(Summary summary, RunRecord record)
    {
        var log = new AccumulationLogger();
        new JsonReport(record).ExportToLog(summary, log);
        try
        {
            var read = ReportReader.ReadPart("this run", Encoding.UTF8.GetBytes(log.GetLog()),
                row => Derivation.Of("this run", row, MeasuredTime.All));
            var run = Derivation.Keep(read, [.. record.Counted.Select(counts => CountedRow.Of("this run", counts))]);
            BenchmarkCase[] measured = [.. summary.Reports.Where(IsMeasured).Select(report => report.BenchmarkCase)];
            return (run, measured.Zip(run.Rows).ToDictionary());
        }
        catch (ReadException)
        {
            return null;
        }
    }

    private static bool IsMeasured(BenchmarkReport report) =>
        report.AllMeasurements.Any(measurement => measurement.Is(IterationMode.Workload, IterationStage.Actual));
}
