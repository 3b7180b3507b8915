using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop.Time;
using Bench.Results.Statistics;

namespace Bench.Fidelity;

/// <summary>
/// Times C (A) and C# (B) in the order A B B A, so that a drift of the machine favours neither. The clock is the thread's CPU time, which
/// leaves out what other programs take.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class TwinTimer
{
    // Long enough that reading the clock costs nothing, short enough that most slices are over before something interrupts.
    private const long SliceNanoseconds = 1_000_000;

    private const int SlicesPerPair = 16;

    // Callees in C# are compiled again, in the background, after their first 30 calls and 100 ms without new methods.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(400);

    /// <summary>Pairs of nanoseconds per operation.</summary>
    public static IReadOnlyList<Pair> Measure(TwinLoop loop, int pairs)
    {
        int turns = WarmUp(loop);
        return [.. Enumerable.Range(0, pairs).Select(i => TimePair(loop, turns, cFirst: i % 2 == 0))];
    }

    /// <summary>Turns that make a slice.</summary>
    private static int WarmUp(TwinLoop loop)
    {
        long start = Stopwatch.GetTimestamp();
        int turns = 1;
        do
        {
            var pair = TimePair(loop, turns, cFirst: true);
            double shorter = Math.Min(pair.C, pair.CSharp) * turns * loop.Operations;
            if (loop.TurnsPerPair is null && shorter < SliceNanoseconds)
                turns *= 2;
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime);
        return turns;
    }

    /// <summary>The median of a pair's slices stands for it: those that were interrupted drop out.</summary>
    private static Pair TimePair(TwinLoop loop, int turns, bool cFirst)
    {
        double[] c = new double[loop.TurnsPerPair ?? SlicesPerPair];
        double[] csharp = new double[c.Length];
        loop.Prepare();
        for (int i = 0; i < c.Length; i++)
        {
            if (cFirst)
                c[i] = TimeC(loop, turns);
            csharp[i] = TimeCSharp(loop, turns);
            if (!cFirst)
                c[i] = TimeC(loop, turns);
            cFirst = !cFirst;
        }
        loop.CleanUp();
        double operations = (double)turns * loop.Operations;
        return new Pair(Quantiles.Median(c) / operations, Quantiles.Median(csharp) / operations);
    }

    private static long TimeC(TwinLoop loop, int turns)
    {
        long start = Clock.ThreadCpuNanoseconds();
        for (int i = 0; i < turns; i++)
            loop.InC();
        return Clock.ThreadCpuNanoseconds() - start;
    }

    private static long TimeCSharp(TwinLoop loop, int turns)
    {
        long start = Clock.ThreadCpuNanoseconds();
        for (int i = 0; i < turns; i++)
            loop.InCSharp();
        return Clock.ThreadCpuNanoseconds() - start;
    }
}

/// <summary>Nanoseconds per operation in C and in C#, timed side by side.</summary>
internal readonly record struct Pair(double C, double CSharp)
{
    public double Ratio => CSharp / C;
}
