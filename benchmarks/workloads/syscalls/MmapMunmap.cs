using System.Runtime.CompilerServices;
using Bench.Interop.Memory;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private FixedMappings? mappings;

    /// <summary>Reserves the neighbourhood.</summary>
    [GlobalSetup(Target = nameof(MmapMunmap))]
    public void SettleMappings() => mappings = new FixedMappings();

    /// <summary>Unmaps it.</summary>
    [GlobalCleanup(Target = nameof(MmapMunmap))]
    public void UnsettleMappings() => mappings?.Dispose();

    /// <summary>
    /// mmap(2) and munmap(2) of one page that is never touched, among <see cref="FixedMappings"/>: two calls, one operation.
    /// </summary>
    [Benchmark(Description = "mmap + munmap of a page", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MmapMunmap()
    {
        void* hole = mappings!.Hole;
        nuint length = (nuint)PageSize.Bytes;
        for (int i = 0; i < Calls; i++)
            Mman.munmap(Mman.mmap(hole, length, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS, -1, 0), length);
    }
}
