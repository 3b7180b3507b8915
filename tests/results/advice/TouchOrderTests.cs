using Bench.Results.Judge.Advice;
using Bench.Results.Judge.Advice.Orders;
using CsCheck;

namespace Bench.Tests.Results.Advice;

/// <summary>How many windows a program touches, counted.</summary>
public class TouchOrderTests
{
    private static readonly Gen<TouchOrder> Orders = Gen.Int[0, TouchOrder.All.Count - 1].Select(i => TouchOrder.All[i]);
    private static readonly Gen<int> Powers = Gen.Int[0, 9].Select(e => 1 << e);

    [Fact]
    public void MoreDensityNeverTouchesFewerWindowsNorMoreForEachPage() =>
        Gen.Select(Orders, Powers, Gen.Double[0.0001, 1], Gen.Double[0.0001, 1]).Sample((order, window, one, two) =>
    {
        const int Region = 4096;
        double low = Math.Min(one, two), high = Math.Max(one, two);
        double sparse = order.WindowsPerTouch(low, window, Region), dense = order.WindowsPerTouch(high, window, Region);
        Assert.True(sparse * Touched(low, Region) <= dense * Touched(high, Region) * (1 + 1e-12));
        if (order is not ClusteredTouches)
            Assert.True(dense <= sparse * (1 + 1e-12));
    });

    [Fact]
    public void WindowsAreAtMostOneAPageAndNeverFewerThanThePagesFill() =>
        Gen.Select(Orders, Powers, Gen.Int[1, 8192], Gen.Double[0.0001, 1]).Sample((order, window, region, density) =>
    {
        double windows = order.WindowsPerTouch(density, window, region);
        Assert.InRange(windows, 1.0 / Math.Min(window, region) * (1 - 1e-12), 1 + 1e-12);
        if (window == 1)
            Assert.Equal(1, windows, 1e-9);
    });

    [Fact]
    public void EveryWindowIsTouchedWhereEveryPageIs() => Gen.Select(Orders, Powers).Sample((order, window) =>
        Assert.Equal(1.0 / window, order.WindowsPerTouch(1, window, 4096), 1e-12));

    [Theory]
    [InlineData(12, 4, 3)]
    [InlineData(12, 3, 5)]
    [InlineData(8, 2, 4)]
    [InlineData(16, 16, 2)]
    [InlineData(10, 5, 1)]
    public void AtRandomItIsTheMeanOverEveryChoice(int region, int window, int touched)
    {
        int[] choices = Enumerable.Range(0, 1 << region).Where(bits => int.PopCount(bits) == touched).ToArray();
        double mean = choices.Average(
            bits => Enumerable.Range(0, region).Where(p => (bits >> p & 1) == 1).Select(p => p / window).Distinct().Count());
        Assert.Equal(mean / touched, new RandomTouches().WindowsPerTouch((double)touched / region, window, region), 1e-9);
    }

    [Theory]
    [InlineData("sequential", 0.25, 16, 0.25)]
    [InlineData("sequential", 0.01, 16, 1)]
    [InlineData("clustered", 0.25, 16, 0.0625)]
    public void WithoutChanceItIsAsDrawnOnPaper(string order, double density, int window, double expected) =>
        Assert.Equal(expected, TouchOrder.All.Single(o => o.Name == order).WindowsPerTouch(density, window, 1 << 14), 1e-3);

    private static double Touched(double density, int region) => Math.Clamp(Math.Round(density * region), 1, region);
}
