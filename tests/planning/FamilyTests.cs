using Bench.Planning;

namespace Bench.Tests.Planning;

public class FamilyTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0, 1, 2)]
    [InlineData(20, 0, 4, 9, 14, 19)]
    public void AFewEvenlyPlacedTellTheRest(int count, params int[] expected) => Assert.Equal(expected, Family.Telling(count));

    [Fact]
    public void OthersLieBetweenTheirNeighbours() => Assert.Equal([9, 7, 5, 4, 3, 2], Family.Spread(6, [(0, 9), (2, 5), (5, 2)]));

    [Fact]
    public void BeyondTheEndsNothingChanges() => Assert.Equal([4, 4, 6, 6], Family.Spread(4, [(1, 4), (2, 6)]));

    [Fact]
    public void WhereNoneToldNothingIsKnown() => Assert.Empty(Family.Spread(3, []));
}
