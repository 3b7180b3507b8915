using System.Globalization;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 2: time per page against pages per fault. What is drawn, not how.</summary>
/// <param name="Unit">The run's unit.</param>
/// <param name="Series">One per mechanism and order.</param>
/// <param name="Floor">Zeroing a resident page, under which no fault can go; null when not measured.</param>
public sealed record PagesFigure(string Unit, IReadOnlyList<PagesSeries> Series, double? Floor)
{
    private const string Type = "PageFault";

    /// <summary>The figure of a run, or null when it measured no faults.</summary>
    public static PagesFigure? Of(Run run)
    {
        var rows = run.Rows.Where(r => r.Type == Type && r.Parameter("Mechanism") is not (null or Reference.ZeroingFloor) && Pages(r) is not null);
        PagesSeries[] series = [.. rows
            .GroupBy(r => (Mechanism: r.Parameter("Mechanism")!, Order: r.Parameter("Order") ?? ""))
            .Select(g => new PagesSeries(g.Key.Mechanism, g.Key.Order, [.. g.Select(r => new PagesPoint(r, Pages(r)!.Value, Summary.Of(r))).OrderBy(p => p.Pages)]))];
        var floor = run.Rows.FirstOrDefault(r => r.Parameter("Mechanism") == Reference.ZeroingFloor);
        return series.Length == 0 ? null : new PagesFigure(run.Unit, series, floor is null ? null : Summary.Median(floor));
    }

    private static int? Pages(BenchmarkRow row) =>
        int.TryParse(row.Parameter("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages > 0 ? pages : null;
}

/// <summary>One line of the figure.</summary>
/// <param name="Mechanism">How pages are had.</param>
/// <param name="Order">In which order they are touched.</param>
/// <param name="Points">By pages per fault.</param>
public sealed record PagesSeries(string Mechanism, string Order, IReadOnlyList<PagesPoint> Points)
{
    /// <summary>How the legend calls it.</summary>
    public string Name => Order.Length == 0 ? Mechanism : $"{Mechanism}, {Order}";

    /// <summary>Whether pages are touched in random order.</summary>
    public bool IsRandom => Order.StartsWith("random", StringComparison.OrdinalIgnoreCase);

    /// <summary>The smallest size within 10 % of the best; null with one size.</summary>
    public int? Knee => Points.Count > 1 ? CostModel.Knee(Values) : null;

    /// <summary>The fitted cost model; null with fewer than three sizes.</summary>
    public CostModel? Model => CostModel.Fit(Values);

    private (int, double)[] Values => [.. Points.Select(p => (p.Pages, p.Summary.Centre))];
}

/// <summary>One measured size.</summary>
/// <param name="Row">The benchmark.</param>
/// <param name="Pages">Pages per fault.</param>
/// <param name="Summary">Time per page and its interval.</param>
public sealed record PagesPoint(BenchmarkRow Row, int Pages, Summary Summary);
