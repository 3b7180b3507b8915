using System.CommandLine;
using System.Globalization;
using Bench.Commands;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>Shares on the command line: a slip of the keyboard must not make a hundredfold threshold.</summary>
public class ShareTests
{
    [Theory]
    [InlineData("5%", 0.05)]
    [InlineData("5 %", 0.05)]
    [InlineData("2.5%", 0.025)]
    [InlineData("0.05", 0.05)]
    [InlineData(".05", 0.05)]
    [InlineData("1e-3", 0.001)]
    [InlineData("0.999", 0.999)]
    [InlineData("150%", 1.5)]
    [InlineData("0", 0)]
    public void AShareIsAPercentageOrABareNumberBelowOne(string text, double share)
    {
        Assert.True(Share.TryParse(text, out double read, out string whyNot), whyNot);
        Assert.Equal(share, read, 1e-12);
    }

    [Theory]
    [InlineData("5", "write 5% or 0.05")]
    [InlineData("2.5", "write 2.5% or 0.025")]
    [InlineData("1", "write 1% or 0.01")]
    [InlineData("0,05", "write 5% or 0.05")]
    [InlineData("5,0%", "write 5% or 0.05")]
    [InlineData("2,50%", "write 2.5% or 0.025")]
    [InlineData("100", "write 100% (a bare number is below 1, such as 0.05 for 5%)")]
    [InlineData("1,000%", "write 1% or 0.01")]
    [InlineData("1,000,000", "write a share such as 5% or 0.05")]
    [InlineData("-5%", "write a share such as 5% or 0.05")]
    [InlineData("NaN", "write a share such as 5% or 0.05")]
    [InlineData("Infinity%", "write a share such as 5% or 0.05")]
    [InlineData("1e999%", "write a share such as 5% or 0.05")]
    [InlineData("5%%", "write a share such as 5% or 0.05")]
    [InlineData("5x", "write a share such as 5% or 0.05")]
    [InlineData("٥%", "write a share such as 5% or 0.05")]
    [InlineData("", "write a share such as 5% or 0.05")]
    public void WhateverElseIsRefusedWithBothWaysToWriteIt(string text, string whyNot)
    {
        Assert.False(Share.TryParse(text, out _, out string said));
        Assert.Equal(whyNot, said);
    }

    [Fact]
    public void NoTextWithACommaAndNoBareNumberOfOneOrMoreIsEverAShare() =>
        Gen.Select(Gen.String["0123456789.,%e+- "], Gen.Double[1, 1e9]).Sample((text, number) =>
            !(text.Contains(',') && Share.TryParse(text, out _, out _))
            && !Share.TryParse(number.ToString("R", CultureInfo.InvariantCulture), out _, out _)
            && (!Share.TryParse(text, out double share, out _) || double.IsFinite(share) && (text.EndsWith('%') || share < 1)));

    [Theory]
    [InlineData("gate", "--threshold", "0,05", "write 5% or 0.05")]
    [InlineData("gate", "--threshold", "5", "write 5% or 0.05")]
    [InlineData("repeatability", "--threshold", "2,5%", "write 2.5% or 0.025")]
    [InlineData("ab --base . --head .", "--threshold", "1000%", "above 0 and below 1000%")]
    [InlineData("advise", "--density", "20", "write 20% or 0.2")]
    [InlineData("advise", "--density", "1", "write 1% or 0.01")]
    [InlineData("prove", "--planted", "10", "write 10% or 0.1")]
    [InlineData("prove", "--planted", "2.5%", "of whole percents")]
    public void EveryOptionThatTakesAShareSaysSo(string verb, string option, string text, string expected) =>
        Assert.Contains(Parse([.. verb.Split(' '), option, text]).Errors,
            error => error.Message.StartsWith($"{option} {text}: ", StringComparison.Ordinal)
                && error.Message.Contains(expected, StringComparison.Ordinal));

    private static ParseResult Parse(string[] words) => Verb.All.Single(v => v.Name == words[0]).Parse(words[1..]);

    [Fact]
    public void PlantedSharesAreWholePercents()
    {
        var command = Verb.All.Single(v => v.Name == "prove");
        var option = command.Options.OfType<System.CommandLine.Option<int[]>>().Single();
        Assert.Equal([10, 7, 29], command.Parse(["--planted", "10%", "0.07", "29%"]).GetValue(option)!);
        Assert.Equal([10, 5], command.Parse([]).GetValue(option)!);
    }
}
