namespace Bench.Results.Judge.Advice;

/// <summary>
/// What a touched page costs when only a part of the memory is touched: per page touched, the windows filled times what filling one costs, the
/// page tables made times what one costs, and the touch. The first comes from rows where every page is touched; a page table's cost shows only
/// where little is touched, and is fitted.
/// </summary>
/// <param name="Order">Which pages are touched.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="TableCost">What a page table costs that maps the touched page and its neighbours; 0 where nothing shows it.</param>
public sealed record AccessModel(TouchOrder Order, Evidence Evidence, double TableCost)
{
    /// <summary>Bytes of a page table's entry, on every 64-bit machine.</summary>
    private const int EntryBytes = 8;

    /// <summary>Pages that one page table maps: where so many come at once, the table is part of the window's cost.</summary>
    public int TablePages => Evidence.PageBytes / EntryBytes;

    /// <summary>The model whose page table's cost fits the rows of <paramref name="seen"/> best, by least squares of the relative error.</summary>
    /// <param name="evidence">Of random order, as the sparse rows are.</param>
    /// <param name="seen">Sparse rows.</param>
    public static AccessModel Fit(Evidence evidence, IEnumerable<SparseRow> seen)
    {
        var bare = new AccessModel(Random, evidence, 0);
        double xx = 0, xy = 0;
        foreach (var row in seen)
        {
            if (bare.OfferOf(row) is not { } offer)
                continue;
            var x = bare.Tables(offer, row.Density) / row.Time;
            xx += x * x;
            xy += x * (1 - bare.Time(offer, row.Density) / row.Time);
        }

        return bare with { TableCost = xx > 0 ? Math.Max(0, xy / xx) : 0 };
    }

    /// <summary>Time per page touched at a density, in the run's unit.</summary>
    public double Time(Offer offer, double density) => Math.Max(
        Evidence.Warm,
        Evidence.Warm + Windows(density, offer.Pages) * offer.Pages * (offer.Time.Centre - Evidence.Warm) + TableCost * Tables(offer, density));

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
}
