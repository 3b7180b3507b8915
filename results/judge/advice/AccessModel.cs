using Bench.Results.Judge.Advice.Orders;

namespace Bench.Results.Judge.Advice;

/// <summary>
/// What a touched page costs when only a part of the memory is touched: per page touched, the windows filled times what filling one costs,
/// the page tables made times what one costs, and the touch. The first comes from rows where every page is touched. What a page table
/// costs, and what a whole walk costs besides (a measured one starts with cold caches), shows only where little is touched, and is fitted.
/// </summary>
/// <param name="Order">Which pages are touched.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="TableCost">What a page table costs that maps the touched page and its neighbours; 0 where nothing shows it.</param>
/// <param name="WalkCost">What a walk costs however many pages it touches; 0 where nothing shows it.</param>
public sealed record AccessModel(TouchOrder Order, Evidence Evidence, double TableCost, double WalkCost)
{
    /// <summary>Bytes of a page table's entry, on every 64-bit machine.</summary>
    private const int EntryBytes = 8;

    /// <summary>Pages that one page table maps: where so many come at once, the table is part of the window's cost.</summary>
    public int TablePages => Evidence.PageBytes / EntryBytes;

    /// <summary>
    /// The model whose page table's cost fits the rows of <paramref name="seen"/> best, by least squares of the relative error.
    /// </summary>
    /// <param name="evidence">Of random order, as the sparse rows are.</param>
    /// <param name="seen">Sparse rows.</param>
    public static AccessModel Fit(Evidence evidence, IEnumerable<SparseRow> seen)
    {
        var bare = new AccessModel(Random, evidence, 0, 0);
        var rows = seen.Select(row => (Row: row, Offer: bare.OfferOf(row))).Where(r => r.Offer is not null).Select(r =>
            (Tables: bare.Tables(r.Offer!, r.Row.Density) / r.Row.Time, Walks: bare.Walks(r.Offer!, r.Row.Density) / r.Row.Time,
                Left: 1 - bare.Time(r.Offer!, r.Row.Density) / r.Row.Time)).ToArray();
        double tt = rows.Sum(r => r.Tables * r.Tables), tw = rows.Sum(r => r.Tables * r.Walks), ww = rows.Sum(r => r.Walks * r.Walks);
        double tr = rows.Sum(r => r.Tables * r.Left), wr = rows.Sum(r => r.Walks * r.Left);
        double determinant = tt * ww - tw * tw;
        // Neither is negative: where the best of both together is, the best lies at an edge.
        (double Table, double Walk)[] candidates =
        [
            (0, 0), (tt > 0 ? Math.Max(0, tr / tt) : 0, 0), (0, ww > 0 ? Math.Max(0, wr / ww) : 0),
            .. determinant > 1e-9 * tt * ww && tr * ww >= wr * tw && wr * tt >= tr * tw
                ? [((tr * ww - wr * tw) / determinant, (wr * tt - tr * tw) / determinant)]
                : Array.Empty<(double, double)>(),
        ];
        var best = candidates.MinBy(c => rows.Sum(r => Math.Pow(r.Left - c.Table * r.Tables - c.Walk * r.Walks, 2)));
        return bare with { TableCost = best.Table, WalkCost = best.Walk };
    }

    /// <summary>Time per page touched at a density, in the run's unit.</summary>
    public double Time(Offer offer, double density) => Math.Max(
        Evidence.Warm,
        Evidence.Warm + Windows(density, offer.Pages) * Math.Min(offer.Pages, Evidence.RegionPages) * (offer.Time.Centre - Evidence.Warm)
            + TableCost * Tables(offer, density));

    /// <summary>What the suite would measure: a program walks on, but a measured walk begins and ends.</summary>
    public double Measured(Offer offer, double density) => Time(offer, density) + WalkCost * Walks(offer, density);

    /// <summary>Resident bytes per byte of the pages touched.</summary>
    public double Resident(Offer offer, double density) => Windows(density, offer.Pages) * Math.Min(offer.Pages, Evidence.RegionPages);

    /// <summary>The row of every page touched that belongs to a sparse row, or null.</summary>
    public Offer? OfferOf(SparseRow row) => Evidence.Offers.FirstOrDefault(o => o.Mechanism == row.Mechanism && o.Pages == row.Pages);

    /// <summary>The order of the sparse rows.</summary>
    public static TouchOrder Random { get; } = TouchOrder.All.Single(o => o is RandomTouches);

    private double Windows(double density, long pages) => Order.WindowsPerTouch(density, pages, Evidence.RegionPages);

    // Beyond those that the offer's own time already has in it: a 512th for each page.
    private double Tables(Offer offer, double density) => offer.Pages >= TablePages ? 0
        : Windows(density, TablePages) - Windows(density, offer.Pages) * offer.Pages / TablePages;

    private double Walks(Offer offer, double density) =>
        (1 / Math.Clamp(Math.Round(density * Evidence.RegionPages), 1, Evidence.RegionPages))
            - Windows(density, offer.Pages) * Math.Min(offer.Pages, Evidence.RegionPages) / Evidence.RegionPages;
}
