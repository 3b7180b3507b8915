using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Workloads.Faults.Kinds;
using Bench.Workloads.Faults.Orders;

namespace Bench.Tests.Workloads;

/// <summary>Every kind takes exactly the faults it promises, in order and at random, and costs the memory that its kind does.</summary>
[Collection("system settings")]
[Trait("Depends", "machine")]
public class KindTests
{
    private const int Pages = 4096;
    private const int Tries = 5;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var kind in FaultKind.All)
            {
                foreach (var order in Order.All.Where(order => order.InPageFault))
                    cases.Add(kind.Name, order.Name);
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void TakesExactlyTheFaultsItPromises(string name, string orderName)
    {
        var kind = FaultKind.All.Single(kind => kind.Name == name);
        string? reason = kind.WhyNot();
        Assert.SkipWhen(reason is not null, reason ?? "");
        var walk = Order.All.Single(order => order.Name == orderName).Walk(Pages);
        using var counter = FaultCounter.Open();
        kind.Begin(Pages);
        try
        {
            long faults = Enumerable.Range(0, Tries).Min(_ => FaultsOfAccess(kind, walk, counter));
            Assert.Equal(walk.Touched * kind.Promise(walk).Traps, faults, 1e-6);
        }
        finally
        {
            kind.End();
        }
    }

    public static TheoryData<string> Names => [.. FaultKind.All.Select(kind => kind.Name)];

    /// <summary>
    /// Whatever this machine's kinds promise is what they take: on one without a shared zero page, reading takes as much as writing.
    /// </summary>
    [Theory, MemberData(nameof(Names))]
    public void AnonymousMemoryGrowsByWhatTheKindPromises(string name)
    {
        var kind = FaultKind.All.Single(kind => kind.Name == name);
        string? reason = kind.WhyNot();
        Assert.SkipWhen(reason is not null, reason ?? "");
        kind.Begin(Pages);
        try
        {
            using var region = kind.Map(Pages);
            int[] steps = new Sequential().Steps(Pages);
            long before = ResidentSet.AnonymousBytes();
            Assert.SkipWhen(before < 0, "no RssAnon in /proc/self/status");
            kind.Access(region, steps);
            double grown = (double)(ResidentSet.AnonymousBytes() - before) / PageSize.Bytes / Pages;
            Assert.Equal(kind.AnonymousPages, grown, 0.1);
        }
        finally
        {
            kind.End();
        }
    }

    [Fact]
    public void HugePagesOfThePoolAreNeverReservedForTheTest()
    {
        const string pool = "/proc/sys/vm/nr_hugepages";
        Assert.SkipWhen(!File.Exists(pool), "no huge pages");
        string before = File.ReadAllText(pool);
        var kind = new HugeTlbWrite();
        if (kind.WhyNot() is { } reason)
            Assert.Contains("huge page", reason, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(pool));
    }

    private static long FaultsOfAccess(FaultKind kind, Walk walk, FaultCounter counter)
    {
        using var region = kind.Map(Pages);
        long before = counter.Read();
        kind.Access(region, walk.Steps);
        long faults = counter.Read() - before;
        Assert.Equal(Pages, region.CountResident());
        return faults;
    }
}
