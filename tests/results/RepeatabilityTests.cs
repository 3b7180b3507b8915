using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show;

namespace Bench.Tests.Results;

public class RepeatabilityTests
{
    [Fact]
    public void AMachineThatChangesSpeedShowsInTimesAndNotInRatios()
    {
        Run[] runs = [.. new[] { 1.0, 1.2, 0.9 }.Select(speed => Sample.Run(("FunctionCall", [2 * speed, 2 * speed]), ("Getpid", [200 * speed, 200 * speed])))];
        var getpid = Repeatability.Of(runs).Single(row => row.Row.Method == "Getpid");
        Assert.Equal(0.1478, getpid.Wall, 4);
        Assert.Equal(0, getpid.Relative!.Value, 12);
        Assert.Null(getpid.Cpu);
        var table = RepeatabilityTable.Write(Repeatability.Of(runs), runs.Length, 0.03);
        Assert.Contains("| Syscall: Getpid | **14.8 %** |  | 0.0 % |", table);
        Assert.Contains("Within 3 %: 0 of 2 rows by wall time, 0 of 0 rows by CPU time, 1 of 1 rows relative", table);
    }

    [Fact]
    public void FunctionCallsBesideEachIterationGoBeforeTheReferenceRow()
    {
        var run = Sample.Run(("FunctionCall", [2, 2]), ("Getpid", [200, 200]));
        Run Beside(double call) => run with { Rows = [.. run.Rows.Select(row => row with { Launches = [.. row.Launches.Select(l => l with { CpuMedian = l.Median, InCalls = l.Median / call })] })] };
        Assert.Equal(0.1286, Repeatability.Of([Beside(1), Beside(1.2)]).Single(row => row.Row.Method == "Getpid").Relative!.Value, 4);
    }

    [Fact]
    public void UndisturbedLaunchesAreTheRowWhereThreeOfThemAre()
    {
        // The last two launches had a neighbour on their core throughout, who slows kernel code by more than calls.
        static BenchmarkRow Row(double disturbed, int quiet)
        {
            var row = Sample.Row("Getpid", 200, 200, 200, disturbed, disturbed);
            return row with { Launches = [.. row.Launches.Select((l, i) => l with { CpuMedian = l.Median, InCalls = l.Median, UndisturbedInCalls = i < quiet ? l.Median : null })] };
        }

        Assert.Equal([200.0, 200, 200], Undisturbed.InCalls(Row(300, 3)).Launches.Select(l => l.Median));
        Assert.Equal([200.0, 200, 200, 300, 300], Undisturbed.InCalls(Row(300, 2)).Launches.Select(l => l.Median));
        var varies = Repeatability.Of([Sample.Run() with { Rows = [Row(300, 3)] }, Sample.Run() with { Rows = [Row(260, 3)] }]).Single();
        Assert.True(varies.Relative > 0);
        Assert.Equal(0, varies.Undisturbed);
    }

    [Fact]
    public void OneRunOrNoSharedRowIsRefused()
    {
        Assert.Throws<ReadException>(() => Repeatability.Of([Sample.Run(("A", [1]))]));
        Assert.Throws<ReadException>(() => Repeatability.Of([Sample.Run(("A", [1])), Sample.Run(("B", [1]))]));
    }
}
