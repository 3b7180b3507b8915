using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bench.Workloads.Faults;

internal static unsafe class ReadLoop
{
    /// <summary>
    /// Reads one byte of each page that <paramref name="steps"/> names, in that order; their sum, so that no read is optimised away.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static uint Run(byte* region, ReadOnlySpan<int> steps, int pageSize)
    {
        int shift = BitOperations.Log2((uint)pageSize);
        uint sum = 0;
        foreach (int step in steps)
            sum += region[(nuint)(uint)step << shift];
        return sum;
    }
}
