using Bench.Measuring;
using CsCheck;

namespace Bench.Tests.Measuring;

public class SlicesTests
{
    [Fact]
    public void EveryRepetitionIsMadeOnce() => Gen.Long[1, 100_000].Sample(count =>
    {
        long made = 0;
        new Slices(() => 0).Run(repetitions => made += repetitions, count);
        return made == count;
    });

    [Fact]
    public void TheQuickestSliceIsWhatOneRepetitionCostsWhereNothingDisturbs() =>
        Gen.Select(Gen.Long[4, 100_000], Gen.Int[1, 1000]).Sample((count, cost) =>
    {
        long clock = 0;
        return new Slices(() => clock).Run(repetitions => clock += cost * repetitions, count) == cost;
    });

    [Fact]
    public void ANeighbourInAllSlicesButOneIsNotFelt()
    {
        long clock = 0, made = 0;
        double? quickest = new Slices(() => clock)
            .Run(repetitions => clock += (made += repetitions) is > 4000 and <= 5000 ? 100 * repetitions : 140 * repetitions, 16_000);
        Assert.Equal(100, quickest);
    }

    [Fact]
    public void AnIterationOfOneInvocationIsNotCut() => Assert.Null(new Slices(() => 0).Run(_ => { }, 1));

    [Fact]
    public unsafe void ASliceVisitsFourPlacesOfACacheLine()
    {
        List<nint> places = [];
        new Slices(() => 0).Run(_ =>
        {
            int local = 0;
            places.Add((nint)(&local));
        }, 64);
        Assert.Equal([0, 16, 32, 48], places.Take(4).Select(place => (places[0] - place) % 64));
        Assert.Equal(places.Take(4).Order(), places.Skip(4).Take(4).Order());
    }
}
