using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Interop.Settings;
using Bench.Workloads.Mechanisms;
using Bench.Workloads.Orders;

namespace Bench.Tests.Workloads;

/// <summary>Every mechanism takes exactly the faults it promises and leaves every page resident.</summary>
[Collection("system settings")]
public class MechanismTests
{
    private const int Pages = 4096;
    private const int Tries = 5;

    public static TheoryData<string, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, string>();
            foreach (var mechanism in Mechanism.All)
            {
                foreach (int pages in mechanism.PagesPerFault)
                {
                    foreach (var order in Order.All.Where(mechanism.Takes))
                        cases.Add(mechanism.Name, pages, order.Name);
                }
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void TakesExactlyTheFaultsItPromises(string name, int pages, string orderName)
    {
        var mechanism = Mechanism.All.Single(mechanism => mechanism.Name == name);
        string? reason = mechanism.WhyNot(pages, leaveSettings: false);
        Assert.SkipWhen(reason is not null, reason ?? "");
        int[] steps = Order.All.Single(order => order.Name == orderName).Steps(Pages);
        using var counter = FaultCounter.Open();
        using var guard = SettingsGuard.TryAcquire(TimeSpan.FromMinutes(10), TestContext.Current.SendDiagnosticMessage, out reason);
        Assert.True(guard is not null, reason);

        guard.Change(mechanism.SettingsFor(pages));
        mechanism.Begin(pages);
        try
        {
            // The runtime may fault for itself (new code, a moved page of it), which only ever adds: the fewest of some tries are the mechanism's.
            long faults = Enumerable.Range(0, Tries).Min(_ => FaultsOfTouching(mechanism, pages, steps, counter));
            var promise = mechanism.Promise(pages);
            Assert.Equal(Pages * (counter.CountsTrapsOnly ? promise.Traps : promise.All), faults);
        }
        finally
        {
            mechanism.End();
        }
    }

    private static long FaultsOfTouching(Mechanism mechanism, int pages, int[] steps, FaultCounter counter)
    {
        using var region = Mapping.Anonymous(Pages, Bench.Workloads.Region.Alignment);
        mechanism.Prepare(region, pages);
        long before = counter.Read();
        mechanism.Touch(region, steps, pages);
        long faults = counter.Read() - before;
        Assert.Equal(mechanism is ZeroingFloor ? 1 : Pages, region.CountResident());
        return faults;
    }
}
