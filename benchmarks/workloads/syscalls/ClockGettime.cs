using System.Runtime.CompilerServices;
using Bench.Interop.Syscalls;
using Bench.Interop.Time;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>clock_gettime(2) as libc calls it: through the vDSO, in user space where the clock source allows.</summary>
    [Benchmark(Description = "clock_gettime, vDSO", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ClockGettimeVdso()
    {
        timespec now;
        for (int i = 0; i < Calls; i++)
            Clock.clock_gettime(Clock.CLOCK_MONOTONIC, &now);
    }

    /// <summary>The same clock by system call.</summary>
    [Benchmark(Description = "clock_gettime, system call",
        OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ClockGettimeSyscall()
    {
        int number = SyscallNumbers.Current.ClockGettime;
        timespec now;
        for (int i = 0; i < Calls; i++)
            Libc.syscall(number, Clock.CLOCK_MONOTONIC, (nint)(&now), 0, 0, 0, 0);
    }
}
