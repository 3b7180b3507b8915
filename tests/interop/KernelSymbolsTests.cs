using Bench.Interop.Perf;

namespace Bench.Tests.LibcLayer;

public class KernelSymbolsTests
{
    private static readonly KernelSymbols MadeUp = KernelSymbols.Parse(
    [
        "ffffffff81000200 t local",
        "ffffffff81000200 T global",
        "ffffffff81000100 T __early",
        "ffffffff81000100 T early",
        "ffffffff81000300 T _text",
        "ffffffff81000300 W text",
        "ffffffffc0000000 t of_a_module\t[module]",
        "ffffffff81000180 D data",
        "0000000000000000 A absolute",
        "0000000000000000 T hidden",
        "",
        "garbage",
        "ffffffffffffffff0 T too_long",
        "-1 T negative",
    ]);

    [Theory]
    [InlineData(0xffffffff810000ffUL, null)]
    [InlineData(0xffffffff81000100UL, "early")]
    [InlineData(0xffffffff810001ffUL, "early")]
    [InlineData(0xffffffff81000200UL, "global")]
    [InlineData(0xffffffff81000345UL, "_text")]
    [InlineData(0xffffffffc0000001UL, "of_a_module")]
    [InlineData(0UL, null)]
    public void AnAddressIsOfTheFunctionThatBeginsBeforeIt(ulong address, string? expected) => Assert.Equal(expected, MadeUp.Find(address));

    [Fact]
    public void WithoutAddressesThereAreNone() =>
        Assert.Equal(0, KernelSymbols.Parse(["0000000000000000 T a", "0000000000000000 t b"]).Count);

    [Fact, Trait("Depends", "machine")]
    public void TheRunningKernelShowsItsOwnOrSaysWhyNot()
    {
        var symbols = KernelSymbols.TryRead(out string reason);
        Assert.SkipWhen(symbols is null, reason);
        Assert.InRange(symbols!.Count, 1_000, 1_000_000);
    }
}
