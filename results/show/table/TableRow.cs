using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Show.Table;

/// <summary>A row among those that it is measured against.</summary>
public sealed class TableRow
{
    private readonly MeasuredRows rows;
    private readonly Lazy<Summary> summary;

    internal TableRow(BenchmarkRow measured, MeasuredRows rows)
    {
        (Measured, this.rows) = (measured, rows);
        summary = new Lazy<Summary>(() => Summary.Of(measured), isThreadSafe: false);
    }

    /// <summary>What was measured.</summary>
    public BenchmarkRow Measured { get; }

    /// <summary>Its centre with its interval.</summary>
    public Summary Summary => summary.Value;

    /// <summary>The centre, which all ratios are of.</summary>
    public double Centre => Summary.Centre;

    /// <summary>What the run counts.</summary>
    public string Unit => rows.Unit;

    /// <summary>The rows of its class, itself among them.</summary>
    public IEnumerable<BenchmarkRow> OfItsClass => rows.OfClass(Measured.Type);

    /// <summary>The centre as a multiple of that of a reference; null where the run has none.</summary>
    public double? Times(Func<References, BenchmarkRow, BenchmarkRow?> reference) => Centre / CentreOf(reference);

    /// <summary>The centre of a reference as a multiple of its own; null where the run has none.</summary>
    public double? Speedup(Func<References, BenchmarkRow, BenchmarkRow?> reference) => CentreOf(reference) / Centre;

    private double? CentreOf(Func<References, BenchmarkRow, BenchmarkRow?> reference) =>
        reference(rows.References, Measured) is { } found ? rows.Of(found).Centre : null;
}
