using Bench.Record;
using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Reporting.Exporters;

/// <summary>What was counted for a case as a row with its times, as it will be read from the report.</summary>
internal static class CountedRow
{
    public static BenchmarkRow Of(string name, CaseCounts counts) => Derivation.Of(name, new BenchmarkRow
    {
        FullName = name,
        Type = name,
        Method = name,
        Title = name,
        Waits = counts.Waits,
        RssAnonPerTouched = counts.Memory?.RssAnonPerTouched,
        Launches = [.. counts.Launches.Where(launch => launch.Iterations.Count > 0).Select(Of)],
    }, MeasuredTime.All);

    private static Launch Of(LaunchCounts launch) => new()
    {
        Iterations = launch.Iterations.Count,
        Values = [.. launch.Iterations.Select(iteration => iteration.Nanoseconds / iteration.Operations)],
        Readings = new Readings(launch.Iterations.Count, Columns(launch.Named())),
    };

    private static Dictionary<string, double[]> Columns(IReadOnlyList<IReadOnlyDictionary<string, object?>> iterations) =>
        iterations[0].Keys.ToDictionary(
        name => name,
        name => iterations.Select(iteration => iteration[name] is { } value ? Convert.ToDouble(value) : double.NaN).ToArray());
}
