using Bench.Planning;
using Bench.Tests.Results;

namespace Bench.Tests.Planning;

public class BudgetTests
{
    [Theory]
    [InlineData("5min", 300)]
    [InlineData("90s", 90)]
    [InlineData("1h", 3600)]
    [InlineData(" 2 MIN ", 120)]
    public void ATimeIsRead(string text, int seconds) => Assert.Equal(new Budget(TimeSpan.FromSeconds(seconds)), Budget.Parse(text, out _));

    [Fact]
    public void NoneIsNone() => Assert.Equal(Budget.None, Budget.Parse("none", out _));

    [Fact]
    public void WhatIsNoTimeNamesARun()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Budget(File: folder.Path), Budget.Parse(folder.Path, out _));
    }

    [Theory]
    [InlineData("0s", "none for no budget")]
    [InlineData("5", "90s, 5min, 1h or none")]
    [InlineData("-5min", "90s, 5min, 1h or none")]
    [InlineData("1.5h", "90s, 5min, 1h or none")]
    [InlineData("", "90s, 5min, 1h or none")]
    [InlineData("1001h", "at most 1000h")]
    [InlineData("99999999999999999999s", "at most 1000h")]
    [InlineData("no\u001b[31msuch", "no such file")]
    public void AnythingElseIsOneLine(string text, string expected)
    {
        Assert.Null(Budget.Parse(text, out string whyNot));
        Assert.Contains(expected, whyNot, StringComparison.Ordinal);
        Assert.DoesNotContain(whyNot, char.IsControl);
    }

    [Theory]
    [InlineData(0.2, "0 s")]
    [InlineData(59.7, "1 min")]
    [InlineData(300, "5 min")]
    [InlineData(5025, "1 h 23 min 45 s")]
    public void TimesAreSaidInFull(double seconds, string expected) => Assert.Equal(expected, BudgetText.Of(TimeSpan.FromSeconds(seconds)));
}
