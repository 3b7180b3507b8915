using System.Runtime.CompilerServices;
using Bench.Interop.Scheduling;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>sched_yield(2) with nobody else to run.</summary>
    [Benchmark(Description = "sched_yield", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SchedYield()
    {
        for (int i = 0; i < Calls; i++)
            Sched.sched_yield();
    }
}
