using Bench.Reporting.Console;
using Bench.Tests.Planning;
using CsCheck;

namespace Bench.Tests.Reporting;

public class ForecastLeftTests
{
    [Fact]
    public void RowsThatTakeWhatWasForecastLeaveTheRest()
    {
        var left = new ForecastLeft([("a", 10), ("b", 20), ("b", 20)]);
        Assert.Equal(50, left.Estimate().TotalSeconds, 1e-6);
        left.Done("a", TimeSpan.FromSeconds(10));
        Assert.Equal(40, left.Estimate().TotalSeconds, 1e-6);
        left.Done("b", TimeSpan.FromSeconds(20));
        left.Done("b", TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, left.Estimate());
    }

    [Fact]
    public void ASlowerMachineIsFoundOut()
    {
        var left = new ForecastLeft(Enumerable.Range(0, 10).Select(row => ($"{row}", 10.0)));
        for (int row = 0; row < 5; row++)
            left.Done($"{row}", TimeSpan.FromSeconds(15));
        Assert.InRange(left.Estimate().TotalSeconds, 70, 75);
    }

    [Fact]
    public void ARowThatNobodyForecastHarmsNothing()
    {
        var left = new ForecastLeft([("a", 0)]);
        left.Done("other", TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, left.Estimate());
    }

    // The sweep's rows as two machines ran them, each 10 % quicker or slower than usual, against the forecast of a pilot that saw few of
    // them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AfterATenthOfARunItIsRightWithinAQuarter(bool pvm) => Gen.Int[0, 10000].Sample(seed =>
    {
        var random = new Random(seed);
        var step = Hosts.Steps[pvm ? 2 : 0];
        double[] times = [.. (pvm ? Hosts.Pvm : Hosts.Kvm).Select(row => row.Seconds(step) * (0.9 + (0.2 * random.NextDouble())))];
        var rows = Hosts.Forecast(pvm ? Hosts.Pvm : Hosts.Kvm);
        var left = new ForecastLeft(rows.Select(row => (row.Row, row.Seconds(step))));
        double elapsed = 0;
        foreach (var (row, took) in rows.Zip(times))
        {
            left.Done(row.Row, TimeSpan.FromSeconds(took));
            elapsed += took;
            if (elapsed >= times.Sum() / 10 && elapsed <= times.Sum() / 2)
                Assert.InRange(left.Estimate().TotalSeconds / (times.Sum() - elapsed), 0.75, 1.25);
        }
    }, iter: 50, threads: 1);
}
