using System.Runtime.CompilerServices;

namespace Bench.Workloads.Faults;

internal static unsafe class ZeroLoop
{
    /// <summary>Zeroes each page that <paramref name="steps"/> names, in that order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(byte* region, ReadOnlySpan<int> steps, int pageSize)
    {
        foreach (int step in steps)
            Unsafe.InitBlockUnaligned(region + (nuint)(uint)step * (nuint)pageSize, 0, (uint)pageSize);
    }
}
