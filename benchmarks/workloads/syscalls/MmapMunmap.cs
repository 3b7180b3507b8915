using System.Runtime.CompilerServices;
using Bench.Interop.Memory;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>mmap(2) and munmap(2) of one page that is never touched: two calls, one operation.</summary>
    [Benchmark(Description = "mmap + munmap of a page", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MmapMunmap()
    {
        nuint length = (nuint)PageSize.Bytes;
        for (int i = 0; i < Calls; i++)
            Mman.munmap(Mman.mmap(null, length, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS, -1, 0), length);
    }
}
