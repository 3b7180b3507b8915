using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bench.Workloads.Faults;

/// <summary>The loop inside the clock of every page workload; tests/fidelity holds it in C.</summary>
public static unsafe class TouchLoop
{
    /// <summary>Writes one byte to each page that <paramref name="steps"/> names, in that order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(byte* region, ReadOnlySpan<int> steps, int pageSize)
    {
        int shift = BitOperations.Log2((uint)pageSize);
        fixed (int* first = steps)
        {
            int* end = first + steps.Length;
            for (int* step = first; step < end; step++)
                region[(nuint)(uint)*step << shift] = 1;
        }
    }
}
