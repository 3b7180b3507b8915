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

    /// <summary>How far the yardsticks of row <paramref name="i"/> moved, and what they are called; null where nothing tells.</summary>
    /// <param name="i">The row.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="shifts">How far each moved, in logarithms.</param>
    public static (double Shift, string By)? Beside(int i, IReadOnlyList<BenchmarkRow> rows, IReadOnlyList<double> shifts)
    {
        var yardsticks = For(rows[i], rows).Select(row => row.FullName).ToHashSet();
        if (yardsticks.Count > 0)
            return (Quantiles.Median(shifts.Where((_, j) => yardsticks.Contains(rows[j].FullName))), "rows that never enter the kernel");
        // The only yardstick has no more than the rows beside it to be held against.
        return Reference.IsYardstick(rows[i]) && rows.Count > LeastRows ? (Quantiles.Median(shifts.Where((_, j) => j != i)), "the other rows") : null;
    }
}
