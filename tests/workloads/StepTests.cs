using System.Reflection;
using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Settings;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Faults.Steps;

namespace Bench.Tests.Workloads;

/// <summary>Every step beside a first touch takes exactly the faults it promises, at each size that it is taken of.</summary>
[Collection("system settings")]
public class StepTests
{
    private const int Tries = 5;
    private const long Bytes = 16L << 20;

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var step in FaultStep.All)
                foreach (int pages in new[] { 1, 16, 512 }.Where(step.Takes))
                    cases.Add(step.Name, pages);
            return cases;
        }
    }

    [Fact]
    public void NoneIsCompiledBetweenRounds() =>
        Assert.All(FaultStep.All, step => Assert.True(step.GetType().GetMethod(nameof(FaultStep.Go))!.MethodImplementationFlags
            .HasFlag(MethodImplAttributes.AggressiveOptimization), step.Name));

    [Theory, MemberData(nameof(Cases))]
    public void TakesExactlyTheFaultsItPromises(string name, int pages)
    {
        using var resized = Region.Resized(Bytes);
        var step = FaultStep.All.Single(step => step.Name == name);
        Mechanism mechanism = pages == 1 ? new Demand() : new LargeFolio();
        string? reason = step.WhyNot() ?? mechanism.WhyNot(pages, leaveSettings: false);
        Assert.SkipWhen(reason is not null, reason ?? "");
        int[] walk = new Sequential().Steps(PartsRegion.Pages);
        using var counter = FaultCounter.Open();
        using var guard = SettingsGuard.TryAcquire(TimeSpan.FromMinutes(10), TestContext.Current.SendDiagnosticMessage, out reason);
        Assert.True(guard is not null, reason);
        guard.Change(mechanism.SettingsFor(pages));
        var promise = step.Promise(pages);
        double promised = walk.Length * (counter.CountsTrapsOnly ? promise.Traps : promise.All);
        // The runtime may fault for itself, which only ever adds.
        long faults = Enumerable.Range(0, Tries).Min(_ => FaultsOf(step, mechanism, pages, walk, counter));
        Assert.Equal(promised, faults, 1e-6);
    }

    [Fact]
    public void EachIsReadInEveryRoundAndHasItsOwnName()
    {
        using var resized = Region.Resized(2L << 20);
        using var turns = new StepsInTurns(new Demand(), 1);
        var readings = StepsInTurns.Readings(1);
        Assert.Equal(FaultStep.All.Count(step => step.WhyNot() is null), readings.Distinct().Count());
        for (int round = 0; round < 3; round++)
        {
            turns.Round();
            Assert.All(readings, reading => Assert.True(turns[reading] is null or > 0, reading));
        }
        Assert.Contains(readings, reading => turns[reading] is not null);
    }

    /// <summary>In so many pages and no more: what the chains differ by.</summary>
    [Theory]
    [InlineData("LinesOfManyPages", 512)]
    [InlineData("LinesOfFewPages", 8)]
    public unsafe void AChainOfLinesComesBackAfterAllOfThem(string name, int pages)
    {
        using var resized = Region.Resized(2L << 20);
        using var region = FaultStep.All.Single(step => step.Name == name).Prepare(new Demand(), 1);
        HashSet<nint> lines = [];
        for (nint line = (nint)region.Address; lines.Add(line); line = *(nint*)line)
            Assert.InRange(line, (nint)region.Address, (nint)region.Address + (nint)region.Length - 1);
        Assert.Equal((region.PageCount, pages * (region.PageCount / 512)),
            (lines.Count, lines.Select(line => (line - (nint)region.Address) / PageSize.Bytes).Distinct().Count()));
    }

    private static long FaultsOf(FaultStep step, Mechanism mechanism, int pages, int[] walk, FaultCounter counter)
    {
        using var region = step.Prepare(mechanism, pages);
        long before = counter.Read();
        step.Go(region, walk);
        return counter.Read() - before;
    }
}
