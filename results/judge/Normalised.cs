using Bench.Results.Data;
using Bench.Results.Pair;

namespace Bench.Results.Judge;

/// <summary>
/// Runs side by side, each benchmark as a multiple of one column's. There are no verdicts: machines differ, and nothing here regressed.
/// </summary>
/// <param name="Runs">The runs.</param>
/// <param name="Reference">The column that is 1.</param>
/// <param name="Classes">One table a benchmark class, in order of appearance.</param>
public sealed record Normalised(SideBySide Runs, RunColumn Reference, IReadOnlyList<NormalisedClass> Classes)
{
    /// <summary>Normalises to the column called <paramref name="reference"/>.</summary>
    public static Normalised To(SideBySide runs, string reference)
    {
        var column = runs.Column(reference);
        int at = runs.Columns.TakeWhile(c => c != column).Count();
        return new Normalised(runs, column,
            [.. runs.Rows.GroupBy(r => r.Row.Type)
                .Select(g => NormalisedClass.Of(g.Key, [.. g.Select(row => NormalisedRow.Of(row, at))]))]);
    }

    /// <summary>Ratios that no interval bounds: one launch on a side.</summary>
    public int Unbounded => Cells.Count(c => c.Ratio is not null && double.IsPositiveInfinity(c.Upper));

    /// <summary>Whether any ratio can't be told from 1.</summary>
    public bool AnyAlike => Cells.Any(c => c.Alike);

    private IEnumerable<NormalisedCell> Cells => Classes.SelectMany(c => c.Rows).SelectMany(r => r.Cells).OfType<NormalisedCell>();
}

/// <summary>The benchmarks of one class.</summary>
/// <param name="Type">The class.</param>
/// <param name="Rows">Its benchmarks.</param>
/// <param name="Means">Geometric mean of each column's ratios over the rows that every column has; empty when there is no such row.</param>
/// <param name="Shared">How many rows these are.</param>
public sealed record NormalisedClass(string Type, IReadOnlyList<NormalisedRow> Rows, IReadOnlyList<double> Means, int Shared)
{
    internal static NormalisedClass Of(string type, IReadOnlyList<NormalisedRow> rows)
    {
        // Over each column's own rows the means would be of different things.
        NormalisedRow[] shared = [.. rows.Where(r => r.Cells.All(c => c is not null))];
        double[] means = shared.Length == 0
            ? []
            : [.. shared[0].Cells.Select((_, i) => Math.Exp(shared.Average(r => Math.Log(r.Cells[i]!.Ratio!.Value))))];
        return new NormalisedClass(type, rows, means, shared.Length);
    }
}

/// <summary>One benchmark in every column.</summary>
/// <param name="Row">Its names.</param>
/// <param name="Cells">One a column; null where the run lacks the row.</param>
public sealed record NormalisedRow(BenchmarkRow Row, IReadOnlyList<NormalisedCell?> Cells)
{
    internal static NormalisedRow Of(RowAcross row, int reference) =>
        new(row.Row,
            [.. row.Cells.Select((cell, i) => cell is null ? null : NormalisedCell.Of(cell, row.Cells[reference], i == reference))]);
}

/// <summary>What one run says of one benchmark.</summary>
/// <param name="Centre">In the runs' unit.</param>
/// <param name="Ratio">To the reference column; null where that has no such row.</param>
/// <param name="Lower">Lower end of the ratio's 95 % interval; 0 when nothing bounds it.</param>
/// <param name="Upper">Upper end; infinite when nothing bounds it.</param>
/// <param name="Marks">What the row found wrong with itself.</param>
public sealed record NormalisedCell(double Centre, double? Ratio, double Lower, double Upper, IReadOnlyList<Mark> Marks)
{
    /// <summary>Whether the interval is bounded and reaches 1, other than in the reference column itself.</summary>
    public bool Alike => Ratio is not null && Lower < 1 && Upper > 1 && double.IsFinite(Upper);

    internal static NormalisedCell Of(BenchmarkRow row, BenchmarkRow? reference, bool isReference)
    {
        double centre = Summary.CentreOf(row);
        if (isReference)
            return new NormalisedCell(centre, 1, 1, 1, row.Marks);
        if (reference is null)
            return new NormalisedCell(centre, null, 0, double.PositiveInfinity, row.Marks);
        var shift =
            ShiftEstimate.Unpaired(reference.Launches, row.Launches, reference.Noise, Math.Log(1 + RegressionJudge.DefaultThreshold));
        double margin = shift.Margin;
        return new NormalisedCell(centre, Math.Exp(shift.Value), Math.Exp(shift.Value - margin), Math.Exp(shift.Value + margin), row.Marks);
    }
}
