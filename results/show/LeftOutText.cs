using Bench.Results.Data;

namespace Bench.Results.Show;

/// <summary>Rows left out, one line a reason.</summary>
public static class LeftOutText
{
    private const int NamedRows = 2;

    /// <summary>The lines; of many rows with one reason the first and the last are named.</summary>
    public static IEnumerable<string> Lines(IEnumerable<LeftOut> rows) => rows
        .GroupBy(row => row.Reason, row => row.Benchmark, StringComparer.Ordinal)
        .Select(group => (Reason: group.Key, Rows: group.ToArray()))
        .Select(group => group.Rows.Length <= NamedRows
            ? $"{string.Join(", ", group.Rows)}: {group.Reason}"
            : $"{group.Rows[0]} … {group.Rows[^1]} ({group.Rows.Length} rows): {group.Reason}");
}
