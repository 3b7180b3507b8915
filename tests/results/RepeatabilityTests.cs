using Bench.Results.Data;
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
        Run[] runs =
            [.. new[] { 1.0, 1.2, 0.9 }
                .Select(speed => Sample.Run(("FunctionCall", [2 * speed, 2 * speed]), ("Getpid", [200 * speed, 200 * speed])))];
        var getpid = Repeatability.Of(runs).Single(row => row.Row.Method == "Getpid");
        Assert.Equal(0.1478, getpid.By(Clock.Wall)!.Value, 4);
        Assert.Equal(0, getpid.By(Clock.Calls)!.Value, 12);
        Assert.Null(getpid.By(Clock.Cpu));
        string table = RepeatabilityTable.Write(Repeatability.Of(runs), runs.Length, 0.03);
        Assert.Contains("| Syscall: Getpid | **14.8 %** |  | 0.0 % |", table);
        Assert.Contains("Within 3 %: 0 of 2 rows by wall time, 0 of 0 rows by CPU time, 1 of 1 rows relative", table);
    }

    [Fact]
    public void FunctionCallsBesideEachIterationGoBeforeTheReferenceRow()
    {
        var run = Sample.Run(("FunctionCall", [2, 2]), ("Getpid", [200, 200]));
        Run Beside(double call) =>
            run with
            {
                Rows =
                    [.. run.Rows
                        .Select(
                            row => row with
                            {
                                Launches = [.. row.Launches.Select(l => l.With("cpu", l.Median).With("calls", l.Median / call))]
                            })]
            };
        Assert.Equal(0.1286, Repeatability.Of([Beside(1), Beside(1.2)]).Single(row => row.Row.Method == "Getpid").By(Clock.Calls)!.Value,
            4);
    }

    [Fact]
    public void QuietSlicesHaveAColumnOfTheirOwn()
    {
        Run Of(double centre, double? quiet) => Sample.Run() with
        {
            Rows =
                [.. new[] { Sample.Row("Getpid", centre) }
                    .Select(
                        row => row with { Launches = [.. row.Launches.Select(l => l.With("quiet", quiet).With("quickest call", 1.3))] })],
        };
        Assert.Equal(0, Repeatability.Of([Of(200, 150), Of(300, 150)]).Single().By(Clock.Quiet));
        Assert.Null(Repeatability.Of([Of(200, 150), Of(300, null)]).Single().By(Clock.Quiet));
        Assert.Contains("1 of 1 rows by CPU time of the slices that no neighbour on the core slowed; 1 of 1 rows by the last",
            RepeatabilityTable.Write(Repeatability.Of([Of(200, 150), Of(300, 150)]), 2, 0.03));
    }

    [Fact]
    public void OneRunOrNoSharedRowIsRefused()
    {
        Assert.Throws<ReadException>(() => Repeatability.Of([Sample.Run(("A", [1]))]));
        Assert.Throws<ReadException>(() => Repeatability.Of([Sample.Run(("A", [1])), Sample.Run(("B", [1]))]));
    }
}
