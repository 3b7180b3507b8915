using Bench.Interop;
using Bench.Machine;
using CsCheck;

namespace Bench.Tests.Machine;

public class ByteSizeTests
{
    [Theory]
    [InlineData("4096", 4096)]
    [InlineData("4096B", 4096)]
    [InlineData("512MiB", 512L << 20)]
    [InlineData("512 mib", 512L << 20)]
    [InlineData("2G", 2L << 30)]
    [InlineData(" 2GiB ", 2L << 30)]
    [InlineData("64k", 64 << 10)]
    [InlineData("1TiB", 1L << 40)]
    [InlineData("0", 0)]
    public void ReadsWhatPeopleType(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var size, out string whyNot), whyNot);
        Assert.Equal(bytes, size.Bytes);
        Assert.Empty(whyNot);
    }

    [Theory]
    [InlineData(null, "is not a size")]
    [InlineData("", "is not a size")]
    [InlineData("-1", "is not a size")]
    [InlineData("1.5GiB", "is not a size")]
    [InlineData("GiB", "is not a size")]
    [InlineData("1 furlong", "is not a size")]
    [InlineData("١MiB", "is not a size")]
    [InlineData("1GB", "write 1GiB")]
    [InlineData("8EiB", "is too large")]
    [InlineData("9223372036854775808", "is too large")]
    [InlineData("99999999999999999999999999", "is too large")]
    public void RefusesTheRestInOneLine(string? text, string because)
    {
        Assert.False(ByteSize.TryParse(text, out _, out string whyNot));
        Assert.Contains(because, whyNot);
        Assert.DoesNotContain('\n', whyNot);
    }

    [Theory]
    [InlineData("4097")]
    [InlineData("0")]
    [InlineData("1K")]
    public void RefusesPartsOfPages(string text)
    {
        Assert.False(ByteSize.TryParseMultiple(text, 4096, out _, out string whyNot));
        Assert.Equal($"\"{text}\" is not a multiple of 4KiB", whyNot);
    }

    [Fact]
    public void TakesWholePages()
    {
        Assert.True(ByteSize.TryParseMultiple("8K", 4096, out var size, out _));
        Assert.Equal(8192, size.Bytes);
    }

    [Fact]
    public void ReadsBackWhatItWrites() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 62], (value, shift) => value >> shift << shift / 2)
            .Where(bytes => bytes >= 0)
            .Sample(bytes => ByteSize.TryParse(new ByteSize(bytes).ToString(), out var size, out _) && size.Bytes == bytes);

    [Fact]
    public void NeverThrowsAndNeverPrintsControlCharacters() =>
        Gen.Select(Gen.Const(""), Gen.String, Gen.OneOf("", "KiB", "g", "MB", "\u001b[31m", "é"), (_, text, unit) => text + unit)
            .Sample(
                text => ByteSize.TryParse(text, out _, out string whyNot)
                    ? whyNot.Length == 0
                    : whyNot.Length is > 0 and < 200 && !whyNot.Any(char.IsControl));

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1023, "1023 bytes")]
    [InlineData(4096, "4 KiB")]
    [InlineData(3L << 29, "1.5 GiB")]
    [InlineData(long.MaxValue, "8 EiB")]
    public void DescribesForReading(long bytes, string text) => Assert.Equal(text, ByteSize.Describe(bytes));
}
