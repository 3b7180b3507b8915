using Bench.Record;
using Bench.Results.Show;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>What our reports say beyond the table, as titled lists of lines.</summary>
internal static class RunSections
{
    public static IEnumerable<(string Title, IReadOnlyList<string> Lines)> Of(RunRecord record, Summary summary)
    {
        if (UnitNote.Of(record.Unit) is { Count: > 0 } unit)
            yield return ($"The unit: {record.Unit}", unit);
        string[] marked =
        [
            .. summary.BenchmarksCases.SelectMany(row => record.MarksOf(row), (row, mark) => $"{CaseName.Of(row)}: {mark.Text}"),
        ];
        if (marked.Length > 0)
            yield return ("Marked rows", [.. marked, .. Meanings(record, summary)]);
        if (record.LeftOut.Count > 0)
            yield return ("Left out on this machine", [.. LeftOutText.Lines(record.LeftOut)]);
        var launches = record.Counted.SelectMany(counts => counts.Launches).ToArray();
        if (launches.Length > 0)
        {
            yield return ("Measurement",
            [
                $"faults counted by: {string.Join(", ", launches.Select(launch => launch.Counter).Distinct())}",
                $"measuring thread pinned to processor: {string.Join(", ", launches.Select(launch => launch.Processor < 0 ? "none" : launch.Processor.ToString()).Distinct())}",
                $"inside timed regions: {launches.Sum(launch => launch.TimedNanoseconds) / launches.Sum(launch => launch.TotalNanoseconds):P0} of the measuring processes' time from set-up to clean-up",
            ]);
        }
        yield return ("Environment", [.. record.Environment.Select(fact => $"{fact.Label}: {fact.Value}")]);
    }

    private static IEnumerable<string> Meanings(RunRecord record, Summary summary) => summary.BenchmarksCases
        .SelectMany(record.MarksOf)
        .DistinctBy(mark => mark.Id)
        .Select(mark => $"what \"{mark.Id}\" means: {mark.Meaning}");
}
