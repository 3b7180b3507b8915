using Bench.Trying;

namespace Bench.Tests.Trying;

/// <summary>How many rounds a trial takes.</summary>
public class RoundCountsTests
{
    [Theory]
    [InlineData(10, 0, 10, 25)]
    [InlineData(10, 25, 10, 25)]
    [InlineData(10, 150, 6, 13)]
    [InlineData(10, 400, 2, 8)]
    [InlineData(10, 1e7, 2, 8)]
    [InlineData(3, 25, 0, 25)]
    [InlineData(1, 25, 0, 25)]
    public void ACommandThatIsSoonOverGetsMore(int settings, double milliseconds, int look, int judged) =>
        Assert.Equal(new RoundCounts(look, judged), RoundCounts.Of(settings, null, TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void WhatTheUserAskedForIsJudged() => Assert.Equal(3, RoundCounts.Of(10, 3, TimeSpan.FromMilliseconds(1)).Judged);

    [Fact]
    public void LaunchesAreThoseOfAllRounds()
    {
        Assert.Equal(2 * 10 + 8 * 3, RoundCounts.Of(10, null, TimeSpan.FromMinutes(1)).Launches(10));
        Assert.Equal(8 * 2, RoundCounts.Of(2, null, TimeSpan.FromMinutes(1)).Launches(2));
    }
}
