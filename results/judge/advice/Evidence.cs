using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Judge.Advice.Orders;
using Bench.Results.Pair;

namespace Bench.Results.Judge.Advice;

/// <summary>The rows of a run that say what pages cost, and those that can't be trusted to.</summary>
/// <param name="Offers">One a mechanism and size, of which every page was touched in the order asked for.</param>
/// <param name="Sparse">Rows of which a part was touched, at random; the check of the model.</param>
/// <param name="Warm">What a touch costs in memory that is resident; 0 where it was not measured, as it is small beside a fault.</param>
/// <param name="RegionPages">Pages of the region.</param>
/// <param name="PageBytes">Bytes of a page.</param>
/// <param name="Doubts">Why a row was not used, or what is assumed for want of one.</param>
public sealed record Evidence(IReadOnlyList<Offer> Offers, IReadOnlyList<SparseRow> Sparse, double Warm, long RegionPages, int PageBytes,
    IReadOnlyList<string> Doubts)
{
    private const string Sparsely = "SparseFaults";
    private const string FaultMark = "faults";
    private const long UsualRegion = 512L << 20;
    private const long UsualPageBytes = 4096;
    private const long MostPageBytes = 1L << 30;

    private static readonly string[] Whole = ["PageFault", "FaultMechanisms"];

    /// <summary>Whether the row of one page a fault is there, which everything is held against.</summary>
    public Offer? Demand => Offers.FirstOrDefault(o => o.IsDemand);

    /// <summary>Collects what <paramref name="run"/> knows about <paramref name="order"/>.</summary>
    public static Evidence Of(Run run, TouchOrder order) => Of(run, order, sparseFirst: false);

    /// <summary>
    /// The same to check the model by: costs come from the sparse rows' own table, measured in the same minutes, where it has them.
    /// </summary>
    public static Evidence ToCheck(Run run) => Of(run, AccessModel.Random, sparseFirst: true);

    private static Evidence Of(Run run, TouchOrder order, bool sparseFirst)
    {
        List<string> doubts = [];
        // Of a row that took other faults than its mechanism promises, no one knows what it measured.
        bool Trusted(BenchmarkRow row)
        {
            if (row.Marks.FirstOrDefault(m => m.Id == FaultMark) is not { } mark)
                return true;
            doubts.Add($"{row.FullName} is not used: {mark.Text}");
            return false;
        }

        var rows = run.Rows.Where(r => r.Parameter("Mechanism") is not (null or Reference.ZeroingFloor) && Pages(r) is not null).ToArray();
        var sparse = rows.Where(r => r.Type == Sparsely && Density(r) is not null).ToArray();
        // What was touched whole in the sparse sweep was touched in random order.
        var tables = rows.Where(r => Whole.Contains(r.Type) && r.Parameter("Order") == order.Measured);
        var all = order.Measured == AccessModel.Random.Measured ? sparse.Where(r => Density(r) == 1) : [];
        var whole = sparseFirst ? all.Concat(tables) : tables.Concat(all);
        Offer[] offers =
            [.. whole.Where(Trusted).DistinctBy(r => (r.Parameter("Mechanism"), Pages(r)))
                .Select(r => new Offer(r.Parameter("Mechanism")!, Pages(r)!.Value, r))];
        var warm = run.Rows.FirstOrDefault(r => r is { Type: "WarmAccess", Method: "Write" } && r.Parameter("Order") == order.Measured);
        if (warm is null)
            doubts.Add("What a touch of resident memory costs was not measured (--filter '*WarmAccess.Write*'): taken as nothing");
        int page = (int)(run.BytesOf("page_size") is > 0 and <= MostPageBytes and var bytes ? bytes : UsualPageBytes);
        return new Evidence(
            offers,
            [.. sparse.Where(r => Density(r) < 1).Where(Trusted)
                .Select(r => new SparseRow(r, r.Parameter("Mechanism")!, Pages(r)!.Value, Density(r)!.Value, Summary.CentreOf(r)))],
            warm is null ? 0 : Summary.CentreOf(warm),
            Math.Max(1, (run.BytesOf("region") ?? UsualRegion) / page),
            page,
            doubts);
    }

    private static int? Pages(BenchmarkRow row) =>
        int.TryParse(row.Parameter("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out int pages) && pages > 0 ? pages : null;

    // "1", "1/8", "0.125".
    private static double? Density(BenchmarkRow row)
    {
        string[] parts = (row.Parameter("Density") ?? "").Split('/');
        return parts.Length <= 2 && Number(parts[0]) is { } part && (parts.Length == 1 ? 1 : Number(parts[1])) is { } of
            && part / of is > 0 and <= 1 and var density ? density : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;
}
