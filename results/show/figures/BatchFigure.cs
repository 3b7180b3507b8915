using Bench.Results.Data;
using Bench.Results.Pair;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 3: time per operation against operations per call.</summary>
internal static class BatchFigure
{
    private const string Type = "Batching";

    private static readonly CurveWords Words =
        new(3, "figure3-batches", "what batching system calls buys", "call", "operation", "operation and call",
        "Hollow points: a system call for each operation.");

    /// <summary>The figure of a run, or null when it measured no batches.</summary>
    public static CurveFigure? Of(Run run)
    {
        CurveSeries[] series = [.. run.Rows
            .Where(r => r.Type == Type && r.Parameter(Reference.How) is not null)
            .GroupBy(r => r.Parameter(Reference.How)!)
            .Select(
                g => new CurveSeries(g.Key, Reference.OperationOf(g.Key), g.Key == Reference.OperationOf(g.Key), CurvePoint.Of(g, "Size")))
            .Where(s => s.Points.Count > 0)];
        return series.Length == 0 ? null : new CurveFigure(Words, run.Unit, series);
    }
}
