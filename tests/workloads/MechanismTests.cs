using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Tests.Settings;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;

namespace Bench.Tests.Workloads;

/// <summary>Every mechanism takes exactly the faults it promises and leaves resident what it should.</summary>
[Collection(SystemSettingsCollection.Name)]
public class MechanismTests(HeldSettings held) : IClassFixture<HeldSettings>
{
    private const int LeastTries = 2;
    private const int Tries = 8;

    // Some windows of the widest mechanism, which is as wide as a page table: 512 pages, or 8192 where pages have 64 KiB.
    private static readonly int Pages = 2 * Math.Max(2048, new HugePage().PagesPerFault[0]);

    private static readonly Dictionary<string, Walk> Walks = [];

    public static TheoryData<string, int, string> Cases => CasesOf(mechanism => mechanism is not MultiPageAlloc);

    public static TheoryData<string, int, string> PatchedCases => CasesOf(mechanism => mechanism is MultiPageAlloc);

    [Theory, MemberData(nameof(Cases))]
    public void TakesExactlyTheFaultsItPromises(string name, int pages, string walkName) => KeepsItsPromise(name, pages, walkName);

    [Theory, MemberData(nameof(PatchedCases)), Trait("Kernel", "patched")]
    public void ThePatchedKernelKeepsItsPromise(string name, int pages, string walkName) => KeepsItsPromise(name, pages, walkName);

    private static TheoryData<string, int, string> CasesOf(Func<Mechanism, bool> isMeant)
    {
        var cases = new TheoryData<string, int, string>();
        foreach (var mechanism in Mechanism.All.Where(isMeant))
        {
            foreach (int pages in mechanism.PagesPerFault)
            {
                foreach (var order in Order.All.Where(order => mechanism.Takes(order) && (order.InPageFault || pages is 1 or 16 or 512)))
                    cases.Add(mechanism.Name, pages, order.Name);
                foreach (var density in Density.All.Where(_ => mechanism.FaultTables.HasFlag(FaultTables.Densities)))
                    cases.Add(mechanism.Name, pages, density.ToString());
            }
        }
        return cases;
    }

    private void KeepsItsPromise(string name, int pages, string walkName)
    {
        var mechanism = Mechanism.All.Single(mechanism => mechanism.Name == name);
        string? reason = mechanism.WhyNot(pages, leaveSettings: false);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var walk = WalkOf(walkName);
        using var counter = FaultCounter.Open();
        using var settings = held.Change(mechanism.SettingsFor(pages));
        mechanism.Begin(pages);
        try
        {
            // The runtime may fault for itself (new code, a moved page of it), which only ever adds: the fewest of some tries are the
            // mechanism's.
            var promise = mechanism.Promise(pages, walk);
            double promised = walk.Touched * (counter.CountsTrapsOnly ? promise.Traps : promise.All);
            var faults = new List<long>();
            while (faults.Count < LeastTries || (faults.Count < Tries && !faults.Exists(seen => Math.Abs(seen - promised) < 1e-6)))
                faults.Add(FaultsOfTouching(mechanism, pages, walk, counter));
            // Where a handler answers, a fault counts as major if another thread maps memory at that moment: the retry then runs under
            // mmap_lock (mm/memory.c, FAULT_FLAG_TRIED). Tests that run beside do; so one undisturbed try must show the promise.
            if (mechanism.Waits)
                Assert.Contains(faults, seen => Math.Abs(seen - promised) < 1e-6);
            else
                Assert.Equal(promised, faults.Min(), 1e-6);
        }
        finally
        {
            mechanism.End();
        }
    }

    private static long FaultsOfTouching(Mechanism mechanism, int pages, Walk walk, FaultCounter counter)
    {
        using var region = Mapping.Anonymous(Pages, Bench.Workloads.Faults.Region.Alignment);
        mechanism.Prepare(region, pages);
        long before = counter.Read();
        walk.Touch(mechanism, region, pages);
        long faults = counter.Read() - before;
        Assert.Equal(Residents(mechanism, pages, walk), region.CountResident());
        return faults;
    }

    private static long Residents(Mechanism mechanism, int pages, Walk walk) => mechanism switch
    {
        ZeroingFloor => 1,
        Resident => Pages,
        _ => Math.Min(Pages, (long)walk.Windows(pages) * pages),
    };

    private static Walk WalkOf(string name)
    {
        if (!Walks.TryGetValue(name, out var walk))
            Walks[name] = walk = Order.All.SingleOrDefault(order => order.Name == name)?.Walk(Pages)
                ?? Density.All.Single(density => density.ToString() == name).Walk(Pages);
        return walk;
    }
}
