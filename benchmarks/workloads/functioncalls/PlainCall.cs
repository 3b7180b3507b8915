using System.Runtime.CompilerServices;

namespace Bench.Workloads.FunctionCalls;

/// <summary>The plain function call that other calls are compared with: a static method that is not inlined and does nothing.</summary>
public static class PlainCall
{
    /// <summary>Calls in one <see cref="Run"/>.</summary>
    public const int Calls = 1024;

    /// <summary>Makes <see cref="Calls"/> calls, eight a turn so that the loop itself costs little.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run()
    {
        for (int i = 0; i < Calls; i += 8)
        {
            Empty(); Empty(); Empty(); Empty();
            Empty(); Empty(); Empty(); Empty();
        }
    }

    /// <summary>Does nothing, by the same code from its first call on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Empty() { }
}
