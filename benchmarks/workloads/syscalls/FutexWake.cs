using System.Runtime.CompilerServices;
using Bench.Interop.Scheduling;
using Bench.Interop.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>futex(2) FUTEX_WAKE of a private futex that nobody waits on.</summary>
    [Benchmark(Description = "futex wake, no waiter", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FutexWake()
    {
        int number = SyscallNumbers.Current.Futex;
        int futex = 0;
        for (int i = 0; i < Calls; i++)
            Libc.syscall(number, (nint)(&futex), Futex.FUTEX_WAKE | Futex.FUTEX_PRIVATE_FLAG, 1, 0, 0, 0);
    }
}
