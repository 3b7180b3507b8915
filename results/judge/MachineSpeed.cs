using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>
/// How much slower the machine itself became between two runs, as told by the rows that never enter the kernel: function calls and the
/// zeroing floor. A slow-down that they share is no regression of a kernel or a workload.
/// </summary>
internal sealed class MachineSpeed
{
    // Fewer rows say too little about what is common to them.
    private const int LeastRows = 3;

    private readonly IReadOnlyList<BenchmarkRow> rows;
    private readonly int[] controls;
    private readonly Dictionary<string, int[]> ofClass;

    /// <summary>The rows of one run.</summary>
    public MachineSpeed(IReadOnlyList<BenchmarkRow> rows)
    {
        this.rows = rows;
        controls = [.. Enumerable.Range(0, rows.Count).Where(i => Reference.IsControl(rows[i]))];
        ofClass = controls.GroupBy(i => rows[i].Type).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>
    /// How much slower the function calls measured beside a row became, as the row judged by <paramref name="metric"/> feels it, in
    /// logarithms; null where they were not measured.
    /// </summary>
    public static (double Shift, string By)? Beside(RowPair pair, Metric metric) =>
        metric.SpeedBeside(pair.Base) is { } old && metric.SpeedBeside(pair.Head) is { } current
            ? (Math.Log(current / old), "function calls measured beside it")
            : null;

    /// <summary>The control rows for the rows of these names.</summary>
    public IEnumerable<BenchmarkRow> For(IReadOnlySet<string> names) =>
        Enumerable.Range(0, rows.Count).Where(i => names.Contains(rows[i].FullName)).SelectMany(ControlsOf).Distinct().Select(i => rows[i]);

    /// <summary>How far the control rows of each row moved, and what they are called; null where nothing tells.</summary>
    /// <param name="shifts">How far each row moved, in logarithms.</param>
    public IReadOnlyList<(double Shift, string By)?> Moved(IReadOnlyList<double> shifts)
    {
        // Most rows share their control rows: thousands of rows take as many medians as there are classes.
        Dictionary<int[], double> medians = new(ReferenceEqualityComparer.Instance);
        return [.. Enumerable.Range(0, rows.Count).Select(Of)];

        (double, string)? Of(int i)
        {
            int[] by = ControlsOf(i);
            if (by.Length == 0)
                // The only control row has no more than the rows beside it to be held against.
                return Reference.IsControl(rows[i]) && rows.Count > LeastRows
                    ? (Quantiles.Median(shifts.Where((_, j) => j != i)), "the other rows")
                    : null;
            if (!medians.TryGetValue(by, out double median))
                medians[by] = median = Quantiles.Median(by.Select(j => shifts[j]));
            return (median, "rows that never enter the kernel");
        }
    }

    // Those of its class, or else all; never itself.
    private int[] ControlsOf(int i)
    {
        int[] own = ofClass.GetValueOrDefault(rows[i].Type) ?? controls;
        if (!Reference.IsControl(rows[i]))
            return own;
        int[] others = [.. own.Where(j => j != i)];
        return others.Length > 0 ? others : [.. controls.Where(j => j != i)];
    }
}
