using Bench.Reporting.Console;
using CsCheck;

namespace Bench.Tests.Reporting;

public class TimeLeftTests
{
    [Fact]
    public void EachClassIsEstimatedByItsOwnRows()
    {
        var left = new TimeLeft([("slow", 4), ("slow", 4), ("slow", 4), ("quick", 2), ("quick", 2), ("unseen", 9)]);
        Assert.Equal(TimeSpan.Zero, left.Estimate());
        left.Done("slow", TimeSpan.FromSeconds(10));
        left.Done("quick", TimeSpan.FromSeconds(2));
        // In proportion to their usual times, 12 s for 4 + 2, the unseen row's 9 make 18 s.
        Assert.Equal(TimeSpan.FromSeconds(2 * 10 + 2 + 18), left.Estimate());
    }

    [Fact]
    public void NothingIsLeftAtTheEndAndLessAfterEachRowOfAnEvenRun() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 1000]).Sample((rows, milliseconds) =>
        {
            var left = new TimeLeft(Enumerable.Range(0, rows).Select(row => ($"class {row % 3}", 7.0)));
            for (int row = 0; row < rows; row++)
            {
                left.Done($"class {row % 3}", TimeSpan.FromMilliseconds(milliseconds));
                Assert.Equal(TimeSpan.FromMilliseconds((rows - row - 1) * milliseconds).TotalMilliseconds,
                    left.Estimate().TotalMilliseconds, 1e-3);
            }
        }, iter: 50);
}
