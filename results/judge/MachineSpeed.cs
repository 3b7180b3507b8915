using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>
/// How much slower the machine itself became between two runs, as told by the rows that never enter the kernel: function calls and the zeroing
/// floor. A slow-down that they share is no regression of a kernel or a workload.
/// </summary>
internal static class MachineSpeed
{
    // Fewer rows say too little about what is common to them.
    private const int LeastRows = 3;

    /// <summary>The yardsticks for <paramref name="row"/>: those of its class, or else all; never itself.</summary>
    public static IReadOnlyList<BenchmarkRow> For(BenchmarkRow row, IReadOnlyList<BenchmarkRow> run)
    {
        BenchmarkRow[] all = [.. run.Where(other => other.FullName != row.FullName && Reference.IsYardstick(other))];
        BenchmarkRow[] own = [.. all.Where(other => other.Type == row.Type)];
        return own.Length > 0 ? own : all;
    }

    /// <summary>How far the yardsticks of each row moved, and what they are called; null where nothing tells.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="shifts">How far each moved, in logarithms.</param>
    public static IReadOnlyList<(double Shift, string By)?> Beside(IReadOnlyList<BenchmarkRow> rows, IReadOnlyList<double> shifts)
    {
        int[] all = [.. Enumerable.Range(0, rows.Count).Where(i => Reference.IsYardstick(rows[i]))];
        var own = all.ToLookup(i => rows[i].Type);
        var everywhere = Median(all);
        var ofClass = own.ToDictionary(group => group.Key, Median);
        return [.. Enumerable.Range(0, rows.Count).Select(Of)];

        double? Median(IEnumerable<int> some) => some.Select(i => shifts[i]).ToArray() is { Length: > 0 } values ? Quantiles.Median(values) : null;

        (double, string)? Of(int i)
        {
            var yardstick = Reference.IsYardstick(rows[i]);
            var moved = yardstick
                ? Median(own[rows[i].Type].Where(j => j != i)) ?? Median(all.Where(j => j != i))
                : ofClass.GetValueOrDefault(rows[i].Type) ?? everywhere;
            if (moved is { } shift)
                return (shift, "rows that never enter the kernel");
            // The only yardstick has no more than the rows beside it to be held against.
            return yardstick && rows.Count > LeastRows ? (Quantiles.Median(shifts.Where((_, j) => j != i)), "the other rows") : null;
        }
    }
}
