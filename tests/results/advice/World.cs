
using Bench.Results.Data;

namespace Bench.Tests.Results.Advice;

/// <summary>
/// A machine made up: what a fault, a page, a page table and a touch cost is known, and its rows are counted out page by page.
/// </summary>
internal sealed record World(double PerFault, double PerPage, double Table, double Warm)
{
    public const int Region = 1 << 14;

    public static World Usual { get; } = new(2200, 400, 900, 15);

    public static int[] Sizes { get; } = [4, 16, 64, 512];

    /// <summary>What the run says of its machine.</summary>
    public string Cpu { get; init; } = "EPYC";

    public Run Run(string name = "world", bool sparse = true, int seed = 1)
    {
        var random = new Random(seed);
        List<BenchmarkRow> rows = [Row("WarmAccess", "Write", "Order=sequential", Warm, random),
            Row("WarmAccess", "Write", "Order=random", Warm, random)];
        foreach (string? order in new[] { "sequential", "random" })
        {
            rows.Add(
                Row("PageFault", "Touch", $"Mechanism=Demand&Pages=1&Order={order}", Time(1, Region, order == "random", random), random));
            foreach (int n in Sizes)
                rows.Add(
                    Row("PageFault", "Touch", $"Mechanism=LargeFolio&Pages={n}&Order={order}", Time(n, Region, order == "random", random),
                        random));
        }

        foreach (int oneIn in sparse ? new[] { 512, 64, 8, 2 } : [])
            foreach (int n in Sizes.Prepend(1))
                rows.Add(
                    Row("SparseFaults", "Touch", $"Density=1/{oneIn}&Mechanism={(n == 1 ? "Demand" : "LargeFolio")}&Pages={n}",
                        Time(n, Region / oneIn, true, random), random));
        return new Run(name, "ns",
            [new("cpu", "CPU", Cpu, true), new("page_size", "Page size", "4 KiB", true), new("region", "Region", "64 MiB", true)], rows,
            []);
    }

    // Touches pages drawn at random, and adds up what each window, page table and touch costs.
    private double Time(int n, int touched, bool random, Random generator)
    {
        int[] pages = Enumerable.Range(0, Region).ToArray();
        if (random)
            generator.Shuffle(pages);
        int[] drawn = pages.AsSpan(0, touched).ToArray();
        int windows = drawn.Select(p => p / n).Distinct().Count();
        int tables = n >= 512 ? 0 : drawn.Select(p => p / 512).Distinct().Count();
        return (windows * (PerFault + n * PerPage) + tables * Table) / touched + Warm;
    }

    public static BenchmarkRow Row(string type, string method, string parameters, double time, Random? random = null, double noise = 0.002,
        int launches = 3) => new()
        {
            FullName = Sample.FullName(type, method, parameters),
            Type = type,
            Method = method,
            Title = method,
            Parameters = [.. parameters.Split('&').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1]))],
            Launches = [
            .. Enumerable.Range(0, launches).Select(_ => Launch.Of([time * Math.Exp(random is null ? 0 : noise * Sample.Normal(random))]))],
        };

    public static Run Scaled(Run run, double by) => run with
    {
        Rows = [.. run.Rows.Select(r => r with { Launches = [.. r.Launches.Select(l => Launch.Of([.. l.Values.Select(v => v * by)]))] })],
    };
}
