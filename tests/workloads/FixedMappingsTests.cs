using Bench.Interop.Memory;
using Bench.Workloads.Syscalls;

namespace Bench.Tests.Workloads;

[Trait("Depends", "machine")]
public unsafe class FixedMappingsTests
{
    [Fact]
    public void ThePageLiesInTheHoleAndOutlivesItsNeighbours()
    {
        var neighbours = new FixedMappings();
        nint hole = (nint)neighbours.Hole;
        Assert.False(IsMapped(hole));
        byte* page =
            (byte*)Mman.mmap((void*)hole, (nuint)PageSize.Bytes, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS,
                -1, 0);
        Assert.Equal(hole, (nint)page);
        Assert.True(IsMapped(hole));
        neighbours.Dispose();
        *page = 1;
        Assert.Equal(0, Mman.munmap(page, (nuint)PageSize.Bytes));
    }

    private static bool IsMapped(nint address) => File.ReadLines("/proc/self/maps").Any(line =>
        line.Split(' ')[0].Split('-').Select(end => Convert.ToInt64(end, 16)).ToArray() is [var from, var to] && from <= address
            && address < to);
}
