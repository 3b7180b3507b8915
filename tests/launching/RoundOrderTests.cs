using Bench.Launching;
using CsCheck;

namespace Bench.Tests.Launching;

public class RoundOrderTests
{
    private static readonly Gen<(int Cases, int Rounds)> Sizes = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 20]);

    [Fact]
    public void EveryRoundHasEveryCaseOnce() => Sizes.Sample(size =>
    {
        int[] cases = [.. Enumerable.Range(0, size.Cases)];
        var rounds = RoundOrder.Of(cases, size.Rounds).GroupBy(item => item.Round, item => item.Case).ToArray();
        return rounds.Length == size.Rounds && rounds.All(round => round.Order().SequenceEqual(cases));
    });

    [Fact]
    public void ALinearDriftOverTwoRoundsIsTheSameForAllCases() => Sizes.Sample(size =>
    {
        var order = RoundOrder.Of([.. Enumerable.Range(0, size.Cases)], 2 * size.Rounds).ToArray();
        int[] when =
            [.. order.Select((item, time) => (item.Case, time)).GroupBy(item => item.Case, item => item.time).Select(times => times.Sum())];
        return when.Distinct().Count() == 1;
    });

    [Fact]
    public void RoundsRunOneAfterAnother() =>
        Assert.Equal([1, 1, 1, 2, 2, 2, 3, 3, 3], RoundOrder.Of(["a", "b", "c"], 3).Select(item => item.Round));
}
