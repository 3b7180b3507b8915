
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>Puts runs of like machines next to each other: by CPU, then kernel, then everything else that matters.</summary>
internal static class ColumnOrder
{
    private static readonly string[] Cpu = ["cpu", "host.ProcessorName"];
    private static readonly string[] Kernel = ["kernel", "host.OsVersion"];

    /// <summary>Groups in the order in which their first member was given, so that the first run stays first.</summary>
    public static IEnumerable<RunColumn> Order(IReadOnlyList<RunColumn> columns)
    {
        var byCpu = Places(columns, run => Value(run, Cpu));
        var byKernel = Places(columns, run => Value(run, Kernel));
        var bySettings = Places(columns,
            run =>
                string.Join('\n', run.Environment.Where(f => f.Matters).Select(f => $"{f.Key}={f.Value}").Order(StringComparer.Ordinal)));
        return columns.OrderBy(byCpu).ThenBy(byKernel).ThenBy(bySettings).ThenBy(c => c.Given);
    }

    private static Func<RunColumn, int> Places(IReadOnlyList<RunColumn> columns, Func<Run, string> kind)
    {
        Dictionary<string, int> places = [];
        foreach (var column in columns)
            places.TryAdd(kind(column.Run), places.Count);
        return column => places[kind(column.Run)];
    }

    private static string Value(Run run, string[] keys) =>
        keys.Select(key => run.Environment.FirstOrDefault(f => f.Key == key)?.Value).FirstOrDefault(v => v is not null) ?? "";
}
