using Bench.Record;
using Bench.Results.Show.Table;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>What our reports of a summary say beyond its table: that of every run, and how it was measured.</summary>
internal static class SummarySections
{
    public static IEnumerable<(string Title, IReadOnlyList<string> Lines)> Of(RunRecord record, Summary summary)
    {
        foreach (var section in SummaryRows.Of(summary, record) is var (run, _) ? RunSections.Of(run) : [])
            yield return section;
        var launches = record.Counted.SelectMany(counts => counts.Launches).ToArray();
        if (launches.Length == 0)
            yield break;
        double timed = launches.Sum(launch => launch.TimedNanoseconds) / launches.Sum(launch => launch.TotalNanoseconds);
        var pinned = launches.Select(launch => launch.Processor < 0 ? "none" : $"{launch.Processor}");
        yield return ("Measurement",
        [
            $"faults counted by: {Each(launches.Select(launch => launch.Counter))}",
            $"measuring thread pinned to processor: {Each(pinned)}",
            $"inside timed regions: {timed:P0} of the measuring processes' time from set-up to clean-up",
        ]);
    }

    private static string Each(IEnumerable<string> texts) => string.Join(", ", texts.Distinct());
}
