using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 2: the cost of a page against pages per fault.</summary>
internal static class PagesFigure
{
    private const string Type = "PageFault";

    private static readonly CurveWords Words =
        new(2, "figure2-pages", "what preallocating pages buys", "fault", "page", "mechanism and order",
        "Filled points and solid lines: sequential order; hollow and dashed: random.");

    /// <summary>The figure of a run, or null when it measured no faults.</summary>
    public static CurveFigure? Of(Run run)
    {
        CurveSeries[] series = [.. run.Rows
            .Where(r => r.Type == Type && r.Parameter("Mechanism") is not (null or Reference.ZeroingFloor))
            .GroupBy(r => (Mechanism: r.Parameter("Mechanism")!, Order: r.Parameter("Order") ?? ""))
            .Select(g => new CurveSeries(
                g.Key.Order.Length == 0 ? g.Key.Mechanism : $"{g.Key.Mechanism}, {g.Key.Order}",
                g.Key.Mechanism,
                g.Key.Order.StartsWith("random", StringComparison.OrdinalIgnoreCase),
                CurvePoint.Of(g, "Pages")))
            .Where(s => s.Points.Count > 0)];
        var floor = run.Rows.FirstOrDefault(r => r.Parameter("Mechanism") == Reference.ZeroingFloor);
        return series.Length == 0
            ? null
            : new CurveFigure(Words, run.Unit, series, floor is null ? null : new Floor("zeroing floor", Summary.CentreOf(floor)));
    }
}
