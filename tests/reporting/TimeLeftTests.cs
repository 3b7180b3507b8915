using Bench.Reporting.Console;
using CsCheck;

namespace Bench.Tests.Reporting;

public class TimeLeftTests
{
    [Fact]
    public void EachClassIsEstimatedByItsOwnRows()
    {
        var left = new TimeLeft(["slow", "slow", "slow", "quick", "quick", "unseen"]);
        Assert.Equal(TimeSpan.Zero, left.Estimate());
        left.Done("slow", TimeSpan.FromSeconds(10));
        left.Done("quick", TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(2 * 10 + 2 + 6), left.Estimate());
    }

    [Fact]
    public void NothingIsLeftAtTheEndAndLessAfterEachRowOfAnEvenRun() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 1000]).Sample((rows, milliseconds) =>
        {
            var left = new TimeLeft(Enumerable.Range(0, rows).Select(row => $"class {row % 3}"));
            for (int row = 0; row < rows; row++)
            {
                left.Done($"class {row % 3}", TimeSpan.FromMilliseconds(milliseconds));
                Assert.Equal(TimeSpan.FromMilliseconds((rows - row - 1) * milliseconds).TotalMilliseconds, left.Estimate().TotalMilliseconds, 1e-3);
            }
        }, iter: 50);
}
