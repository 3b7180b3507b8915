using Bench.Fidelity;

namespace Bench.Tests.Fidelity;

public class PairedRatiosTests
{
    // Ranks from the sign test's tables (Conover, Practical Nonparametric Statistics, table A3).
    [Theory]
    [InlineData(6, 1, 6)]
    [InlineData(8, 1, 8)]
    [InlineData(9, 2, 8)]
    [InlineData(12, 3, 10)]
    [InlineData(24, 7, 18)]
    [InlineData(50, 18, 33)]
    public void TheMediansIntervalIsTheSignTests(int pairs, int low, int high)
    {
        var ratios = PairedRatios.Of(Enumerable.Range(1, pairs).Reverse().Select(rank => (double)rank));
        Assert.Equal((low, high), (ratios.Low, ratios.High));
    }

    [Fact]
    public void MedianAndQuartilesOfKnownRatios()
    {
        var ratios = PairedRatios.Of([1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6]);
        Assert.Equal(1.3, ratios.Median, 12);
        Assert.Equal(1.15, ratios.LowerQuartile, 12);
        Assert.Equal(1.45, ratios.UpperQuartile, 12);
    }

    [Fact]
    public void TooFewPairsAreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => PairedRatios.Of([1, 1, 1, 1, 1]));

    [Theory]
    [InlineData(1.00, 0.99, 1.01, nameof(BarVerdict.Pass))]
    [InlineData(1.02, 1.00, 1.05, nameof(BarVerdict.Pass))]
    [InlineData(1.04, 1.02, 1.06, nameof(BarVerdict.Unsure))]
    [InlineData(1.04, 1.035, 1.06, nameof(BarVerdict.Miss))]
    [InlineData(0.95, 0.94, 0.96, nameof(BarVerdict.Miss))]
    [InlineData(0.96, 0.95, 0.98, nameof(BarVerdict.Unsure))]
    public void ABarIsMissedSurelyOnlyWithItsWholeInterval(double median, double low, double high, string verdict) =>
        Assert.Equal(verdict, new Bar(0.97, 1.03).Judge(new PairedRatios(median, low, high, low, high)).ToString());
}
