using System.Text;
using System.Text.Json.Nodes;
using Bench.Interop.Perf;
using Bench.Measuring;
using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Read;
using Bench.Results.Show.Page;
using Bench.Results.Show.Table;
using Bench.Tests.Results;

namespace Bench.Tests.Measuring;

/// <summary>Hardware counters by a source that plays them.</summary>
public class HardwareReadingTests
{
    [Fact]
    public void EventsOfAnIterationAreAddedEachScaledByItself()
    {
        using var loads = new Played(new(100, 10, 10), new(300, 30, 20));
        using var stores = new Played(new(0, 10, 0), new(7, 30, 20));
        using var reading = new HardwareReading("UserPageWalks", [loads, stores]);
        reading.Begin();
        Assert.Equal(200 * 2 + 7, reading.End());
    }

    [Fact]
    public void OneWithoutACounterLeavesTheReadingOut()
    {
        using var counted = new Played(new(0, 0, 0), new(5, 10, 10));
        using var never = new Played(new(0, 0, 0), new(0, 10, 0));
        using var reading = new HardwareReading("UserPageWalks", [counted, never]);
        reading.Begin();
        Assert.Null(reading.End());
    }

    [Fact]
    public void CountersAreClosedWithTheReadings()
    {
        using var counter = new Played(new PerfCount(0, 0, 0));
        using (new ReadingsBeside([new HardwareReading("UserCycles", [counter])], () => true))
            Assert.False(counter.Closed);
        Assert.True(counter.Closed);
    }

    /// <summary>Every event is known to the results by its name, apart in user mode and in the kernel.</summary>
    [Fact]
    public void EveryReadingHasItsCount() =>
        Assert.Equal(
            HardwareEvent.All.SelectMany(hardware => Enum.GetValues<PrivilegeMode>().Select(mode => HardwareReading.NameOf(hardware, mode)))
                .Order(StringComparer.Ordinal),
            MeasuredTime.All.OfType<HardwareCount>().Select(count => count.Reading).Order(StringComparer.Ordinal));

    [Fact]
    public void ThisMachineCountsOrSaysWhyNot()
    {
        foreach (var hardware in HardwareEvent.All)
        {
            using var reading = HardwareReading.TryOpen(hardware, PrivilegeMode.User, out string reason);
            Assert.Equal(reading is null, reason.Length > 0);
        }
    }

    [Fact]
    public void ARowShowsThemPerOperationAndABaselineKeepsThem()
    {
        var row = Sample.Benchmark("PageFault", "Touch", "Mechanism=Demand&Pages=1&Order=random", [2000, 2000]);
        row["Bench"] = new JsonObject
        {
            ["Launches"] = new JsonArray(new JsonObject
            {
                ["Launch"] = 1,
                ["Iterations"] = new JsonArray(Iteration(5_000_000), Iteration(6_000_000)),
            }),
        };
        var run = Sample.Read(Sample.Report(row));
        Assert.Equal(5500, run.Rows[0].Launches[0].Times["kernel-cycles"]);
        Assert.Null(run.Rows[0].Launches[0].Times["user-cycles"]);
        Assert.Contains("cycles, kernel", ReportPage.Write([run]), StringComparison.Ordinal);
        Assert.DoesNotContain("cycles, user", CsvResults.Write(run), StringComparison.Ordinal);
        var kept = BaselineFile.Read("kept", Encoding.UTF8.GetBytes(
            BaselineFile.Write(run)));
        Assert.Equal(5500, kept.Rows[0].Launches[0].Times["kernel-cycles"]);
    }

    private static JsonObject Iteration(double cycles) => new()
    {
        ["Operations"] = 1000,
        ["Nanoseconds"] = 2_000_000,
        ["KernelCycles"] = cycles,
    };

    private sealed class Played(params PerfCount[] counts) : IPerfCounter
    {
        private int next;

        public bool Closed { get; private set; }

        public PerfCount ReadCount() => counts[next++];

        public void Dispose() => Closed = true;
    }
}
