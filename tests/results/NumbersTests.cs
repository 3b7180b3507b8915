using Bench.Results.Show;

namespace Bench.Tests.Results;

public class NumbersTests
{
    [Theory]
    [InlineData(0.0341, "+3.4 %")]
    [InlineData(-0.0341, "-3.4 %")]
    [InlineData(-0.0004, "+0.0 %")]
    [InlineData(0, "+0.0 %")]
    public void AChangeHasOneSign(double share, string text) => Assert.Equal(text, Numbers.Change(share));

    [Theory]
    [InlineData(1105.873, "1,106")]
    [InlineData(-1105.873, "-1,106")]
    [InlineData(-0.25, "-0.250")]
    public void AMeasurementHasAsManyDigitsBelowZeroAsAbove(double value, string text) => Assert.Equal(text, Numbers.Value(value));
}
