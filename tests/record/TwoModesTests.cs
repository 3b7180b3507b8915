using Bench.Results.Judge;
using Bench.Results.Statistics;
using CsCheck;

namespace Bench.Tests.Record;

public class TwoModesTests
{
    [Fact]
    public void TwoGroupsAreFoundWhateverTheirScaleAndOrder() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Int[3, 12], Gen.Int[4, 12], Gen.Int).Sample((scale, slow, fast, seed) =>
        {
            var random = new Random(seed);
            double[] values =
            [
                .. Enumerable.Range(0, fast).Select(_ => scale * (1 + 0.01 * random.NextDouble())),
                .. Enumerable.Range(0, slow).Select(_ => scale * (1.5 + 0.01 * random.NextDouble())),
            ];
            if (Math.Min(slow, fast) < Math.Max(3, values.Length / 5) || values.Length < 8)
                return;
            random.Shuffle(values);
            var found = TwoModes.Find(values);
            Assert.NotNull(found);
            Assert.Equal((double)slow / values.Length, found.Value.HighShare, 6);
        }, iter: 500);

    [Fact]
    public void OneGroupIsRarelyTakenForTwo()
    {
        var random = new Random(1);
        int found = 0;
        for (int trial = 0; trial < 2000; trial++)
        {
            double[] values = [.. Enumerable.Range(0, 15).Select(_ => 100 * Math.Exp(0.1 * Normal(random)))];
            if (TwoModes.Find(values) is not null)
                found++;
        }
        Assert.InRange(found, 0, 2000 / 50);
    }

    [Fact]
    public void SmallDifferencesAndFewIterationsAreNotTwoModes()
    {
        Assert.Null(TwoModes.Find([100, 100, 100, 100, 100, 105, 105, 105, 105, 105]));
        Assert.Null(TwoModes.Find([100, 100, 100, 200, 200, 200]));
        Assert.Null(TwoModes.Find([]));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
