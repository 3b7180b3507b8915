using System.Runtime.CompilerServices;

namespace Bench.Workloads.Syscalls;

/// <summary>The loops inside the clock of null calls; tests/fidelity holds them in C.</summary>
internal static unsafe class SyscallLoop
{
    /// <summary>Calls in one run.</summary>
    public const int Calls = 256;

    /// <summary>Makes <see cref="Calls"/> calls through a stub of machine code.</summary>
    /// <returns>What the last one returned.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static nint Run(delegate* unmanaged[SuppressGCTransition]<nint, nint> stub, nint number)
    {
        nint result = 0;
        for (int i = 0; i < Calls; i++)
            result = stub(number);
        return result;
    }

    /// <summary>Makes <see cref="Calls"/> calls through libc's syscall(2).</summary>
    /// <returns>What the last one returned.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static nint Run(delegate* unmanaged<nint, nint> syscall, nint number)
    {
        nint result = 0;
        for (int i = 0; i < Calls; i++)
            result = syscall(number);
        return result;
    }
}
