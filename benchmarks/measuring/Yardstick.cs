using System.Runtime.Versioning;
using Bench.Interop.Time;
using Bench.Machine;
using Bench.Results.Read;
using Bench.Workloads;

namespace Bench.Measuring;

/// <summary>
/// What a plain function call costs right before and right after each iteration, outside its clock. A host that slows down, a neighbour on the
/// same core or a lower frequency makes the call and the workload slower alike, so that their ratio holds where neither time does.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class Yardstick
{
    // About a millisecond: long enough to tell, short beside an iteration.
    private const int Runs = 512;

    private double before;

    /// <summary>Whether it tells anything here: counted instructions know no speed.</summary>
    public static bool Tells => ClockUnit.Read() == Units.Nanoseconds;

    /// <summary>Measures before an iteration.</summary>
    public void Begin() => before = Measure();

    /// <summary>Measures after it: ns of thread CPU time per call, the mean of both.</summary>
    public double End() => (before + Measure()) / 2;

    private static double Measure()
    {
        long start = Clock.ThreadCpuNanoseconds();
        for (int run = 0; run < Runs; run++)
            PlainCall.Run();
        return (double)(Clock.ThreadCpuNanoseconds() - start) / (Runs * PlainCall.Calls);
    }
}
