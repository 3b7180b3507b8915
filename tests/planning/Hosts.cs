using Bench.Planning;
using Bench.Workloads.Contracts;

namespace Bench.Tests.Planning;

/// <summary>The 39 rows of the page fault sweep as two kinds of machine were seen to run them.</summary>
internal static class Hosts
{
    private const double PageBytes = 4096;
    private const long UsualRegion = 512L << 20;

    private static readonly string[] Orders = ["sequential", "random"];
    private static readonly int[] Powers = [.. Enumerable.Range(0, 10).Select(exponent => 1 << exponent)];

    // The reference run's means: microseconds a page, both orders of each size.
    private static readonly double[] KvmFolios = [1.008, 1.122, 0.733, 0.772, 0.554, 0.557, 0.457, 0.458, 0.406, 0.420, 0.399, 0.410, 0.388,
        0.390, 0.359, 0.361];
    private static readonly double[] KvmPopulate = [3.422, 3.604, 2.671, 2.964, 2.732, 2.733, 2.569, 2.324, 2.251, 2.150, 2.093, 2.254,
        2.309, 2.202, 2.303, 2.238, 2.163, 2.415, 2.714, 2.303];

    /// <summary>
    /// A KVM guest: 202 s for the whole sweep, of which 11.5 s are the build, 116 are clocked, and 1.9 a row the rest; a row on a small
    /// region has 0.4 s of it.
    /// </summary>
    public static IReadOnlyList<RowCost> Kvm { get; } = Rows(0.054, [2.413, 2.715], KvmFolios, KvmPopulate, (0.4, 1.5));

    /// <summary>
    /// A PVM guest with shadow page tables: of 728 s for the sweep 626 are clocked, 26 the build, and 2.6 a row the rest, of which no more
    /// than the other machine's share is taken to shrink with the region. A fault of a page costs 13-15.5 µs, folios of 4 … 256 pages 8.8 …
    /// 7.1 µs a page, one of 512 a quarter of a microsecond; what the whole leaves to Populate is 10.
    /// </summary>
    public static IReadOnlyList<RowCost> Pvm { get; } = Rows(
        0.1, [13.9, 14.7],
        [.. Powers[2..].SelectMany(pages => Orders.Select(_ => pages == 512 ? 0.26 : 8.8 - (0.28 * Math.Log2(pages / 4.0))))],
        [.. Enumerable.Repeat(10.0, 20)], (1, 1.6));

    /// <summary>The same where nothing of the rest shrinks: the least favourable reading of it.</summary>
    public static IReadOnlyList<RowCost> PvmAtWorst { get; } = [.. Pvm.Select(row => row with { Launch = 2.6, LaunchPerByte = 0 })];

    /// <summary>The usual steps.</summary>
    public static IReadOnlyList<Step> Steps { get; } = Step.Down(UsualRegion, usesRegion: true);

    /// <summary>A row of a class whose region is made anew for each iteration.</summary>
    public static RowCost Row(string name, double secondsPerPage, (double Fixed, double OfUsualRegion) rest) =>
        new(name, new RegionJobAttribute())
        {
            Launch = rest.Fixed,
            LaunchPerByte = rest.OfUsualRegion / UsualRegion,
            Unmeasured = 2,
            IterationPerByte = secondsPerPage / PageBytes
        };

    /// <summary>The rows as a pilot forecasts them that saw the true time of those that tell the rest.</summary>
    public static IReadOnlyList<RowCost> Forecast(IReadOnlyList<RowCost> rows) =>
    [
        .. rows.GroupBy(row => row.Row.Split(' ')[0]).SelectMany(group =>
        {
            RowCost[] family = [.. group];
            var told =
                Family.Spread(family.Length, [.. Family.Telling(family.Length).Select(index => (index, family[index].IterationPerByte))]);
            return family.Select((row, index) => row with { IterationPerByte = told[index] });
        }),
    ];

    private static IReadOnlyList<RowCost> Rows(double zeroing, double[] demand, double[] folios, double[] populate,
        (double, double) rest) =>
    [
        Row("ZeroingFloor", zeroing * 1e-6, rest),
        .. Orders.Select((order, index) => Row($"Demand {order}", demand[index] * 1e-6, rest)),
        .. folios.Select((time, index) => Row($"LargeFolio {Powers[(index / 2) + 2]} {Orders[index % 2]}", time * 1e-6, rest)),
        .. populate.Select((time, index) => Row($"Populate {Powers[index / 2]} {Orders[index % 2]}", time * 1e-6, rest)),
    ];
}
