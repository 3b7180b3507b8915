using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bench.Interop.Scheduling;
using Bench.Interop.Syscalls;
using Bench.Interop.Time;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private const int Words = 64;
    private int* words;
    private int* futex;

    /// <summary>
    /// Takes a word whose hash bucket nobody waits in. Since Linux 6.16 a process has buckets of its own, 16 for a few threads
    /// (kernel/futex/core.c), and where one of the runtime's waiting threads lies in the word's bucket a wake takes its lock and walks its
    /// list: 47 ns more, in one process of three.
    /// </summary>
    [GlobalSetup(Target = nameof(FutexWake))]
    public void TakeWord()
    {
        const int Rounds = 8;
        const nuint CacheLine = 64;
        words = (int*)NativeMemory.AlignedAlloc(Words * CacheLine, CacheLine);
        NativeMemory.Clear(words, Words * CacheLine);
        long least = long.MaxValue;
        for (int i = 0; i < Rounds * Words; i++)
        {
            int* candidate = words + i % Words * ((int)CacheLine / sizeof(int));
            long start = Clock.ThreadCpuNanoseconds();
            Wake(candidate, 64);
            long took = Clock.ThreadCpuNanoseconds() - start;
            if (took >= least)
                continue;
            least = took;
            futex = candidate;
        }
    }

    /// <summary>Frees it.</summary>
    [GlobalCleanup(Target = nameof(FutexWake))]
    public void FreeWords() => NativeMemory.AlignedFree(words);

    /// <summary>futex(2) FUTEX_WAKE of a private futex that nobody waits on, nor on another of its hash bucket.</summary>
    [Benchmark(Description = "futex wake, no waiter", OperationsPerInvoke = Calls)]
    public void FutexWake() => Wake(futex, Calls);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Wake(int* futex, int calls)
    {
        int number = SyscallNumbers.Current.Futex;
        for (int i = 0; i < calls; i++)
            Libc.syscall(number, (nint)futex, Futex.FUTEX_WAKE | Futex.FUTEX_PRIVATE_FLAG, 1, 0, 0, 0);
    }
}
