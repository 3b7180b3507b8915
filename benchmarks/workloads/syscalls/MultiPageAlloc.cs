using System.Runtime.CompilerServices;
using Bench.Interop.Syscalls;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>multi_page_alloc(1) of the patched kernel: the value every process starts with.</summary>
    [Needs<PatchedCalls>]
    [Benchmark(Description = "multi_page_alloc", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MultiPageAlloc()
    {
        for (int i = 0; i < Calls; i++)
            Libc.syscall(SyscallNumbers.MultiPageAlloc, 1);
    }
}
