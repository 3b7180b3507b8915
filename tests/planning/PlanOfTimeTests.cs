using Bench.Measuring;
using Bench.Planning;
using Bench.Tests.Results;
using BenchmarkDotNet.Running;

namespace Bench.Tests.Planning;

public sealed class PlanOfTimeTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ARunThatGoesOnMeasuresAsTheOneThatStoppedHoweverSlowTheMachineIsByNow()
    {
        var before = Plan(slower: 1);
        Assert.NotEqual(before, Plan(slower: 8, beside: "elsewhere"));
        Assert.Equal(before, Plan(slower: 8, goesOn: true));
    }

    [Fact]
    public void AnotherRunTakesTheChoiceAgainAsLongAsItsForecastStays()
    {
        var before = Plan(slower: 1);
        Assert.Equal(before, Plan(slower: 1.02));
        Assert.NotEqual(before, Plan(slower: 8));
    }

    private (long?, Effort) Plan(double slower, bool goesOn = false, string beside = "artifacts")
    {
        var kept = new KeptChoices(Path.Combine(folder.Path, beside), line => Assert.Fail(line));
        var plan = new PlanOfTime(Budget, new Told(slower), kept, goesOn).For([], [], Hosts.Steps[0].RegionBytes);
        return (plan.RegionBytes, plan.Effort);
    }

    private sealed class Told(double slower) : IPilot
    {
        public double Around => 10;

        public IReadOnlyList<RowCost> Costs(IReadOnlyList<BenchmarkCase> rows) =>
            [.. Hosts.Kvm.Select(row => row with { IterationPerByte = row.IterationPerByte * slower })];
    }
}
