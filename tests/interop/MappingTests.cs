using Bench.Interop.Memory;
using CsCheck;

namespace Bench.Tests.LibcLayer;

public unsafe class MappingTests
{
    [Fact]
    public void AddressIsAlignedAndEveryPageIsWritable() =>
        Gen.Select(Gen.Long[1, 600], Gen.Int[0, 10]).Sample((pages, exponent) =>
        {
            nuint alignment = (nuint)PageSize.Bytes << exponent;
            using var mapping = Mapping.Anonymous(pages, alignment);
            Assert.Equal(0u, (nuint)mapping.Address % alignment);
            Assert.Equal((nuint)pages * (nuint)PageSize.Bytes, mapping.Length);
            for (long page = 0; page < pages; page++)
                mapping.Address[page * PageSize.Bytes] = 1;
            Assert.Equal(pages, mapping.CountResident());
        }, iter: 50);

    [Fact, Trait("Depends", "machine")]
    public void NothingIsResidentBeforeTheFirstTouch()
    {
        using var mapping = Mapping.Anonymous(64);
        mapping.Advise(Mman.MADV_NOHUGEPAGE);
        Assert.Equal(0, mapping.CountResident());
        mapping.Address[5 * PageSize.Bytes] = 1;
        byte[] residency = mapping.Residency();
        Assert.Equal([5], Enumerable.Range(0, 64).Where(page => (residency[page] & 1) != 0));
    }

    [Fact]
    public void DisposedTwiceUnmapsOnce()
    {
        var first = Mapping.Anonymous(16);
        first.Dispose();
        // Likely to be given the same address: a second munmap would take it away.
        using var second = Mapping.Anonymous(16);
        first.Dispose();
        second.Address[0] = 1;
        Assert.Throws<ObjectDisposedException>(() => (nint)first.Address);
    }

    [Fact]
    public void AnAlignmentThatIsNoPowerOfTwoIsRefused() =>
        Assert.Throws<ArgumentException>(() => Mapping.Anonymous(1, (nuint)PageSize.Bytes * 3));
}
