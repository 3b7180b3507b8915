using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>getpid(2); libc no longer caches it (glibc 2.25).</summary>
    [Benchmark(Description = "getpid", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Getpid()
    {
        for (int i = 0; i < Calls; i++)
            Unistd.getpid();
    }
}
