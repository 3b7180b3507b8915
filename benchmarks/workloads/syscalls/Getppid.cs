using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>getppid(2).</summary>
    [Benchmark(Description = "getppid", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Getppid()
    {
        for (int i = 0; i < Calls; i++)
            Unistd.getppid();
    }
}
