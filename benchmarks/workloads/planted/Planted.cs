using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Workloads.Contracts;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// Work that can be made slower by a known share, to prove that <c>ab</c> and <c>gate</c> find it and find nothing else. A built copy is
/// made slower by the property <c>Bench.Planted.Spin</c> or <c>Bench.Planted.Calls</c> (percent) in its
/// <c>Benchmarks.runtimeconfig.json</c>.
/// </summary>
[CallJob, Needs<Linux>, SupportedOSPlatform("linux")]
public class Planted
{
    private const int Steps = 1000;
    private const int CallsPerOperation = 100;
    private const int MostPercent = 1000;

    private int steps;
    private int calls;
    private ulong state = 88172645463325252;

    /// <summary>The length of the work with its planted share.</summary>
    /// <exception cref="InvalidOperationException">A property is no whole percentage from 0 to 1000.</exception>
    [GlobalSetup]
    public void Plant()
    {
        steps = Steps + Steps * Percent(nameof(Spin)) / 100;
        calls = CallsPerOperation + CallsPerOperation * Percent(nameof(Calls)) / 100;
    }

    /// <summary>
    /// 1,000 dependent steps of a xorshift generator (Marsaglia 2003), and the planted share of as many. One operation is all of them.
    /// </summary>
    [Benchmark(Description = "1,000 steps and the planted share"), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Spin()
    {
        ulong x = state;
        for (int i = 0; i < steps; i++)
        {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
        }
        return state = x;
    }

    /// <summary>100 getppid(2), and the planted share of as many. One operation is all of them.</summary>
    [Benchmark(Description = "100 getppid and the planted share"), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Calls()
    {
        for (int i = 0; i < calls; i++)
            Unistd.getppid();
    }

    private static int Percent(string method) => AppContext.GetData($"Bench.Planted.{method}") switch
    {
        null => 0,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int percent) && percent <= MostPercent =>
            percent,
        var other =>
            throw new InvalidOperationException(
                $"Bench.Planted.{method} is '{other}': a whole percentage from 0 to {MostPercent} was expected"),
    };
}
