using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Time;
using Bench.Machine;
using Bench.Results.Data;
using Bench.Results.Read;
using Bench.Workloads;
using Bench.Workloads.Faults;
using Bench.Workloads.FunctionCalls;

namespace Bench.Measuring;

/// <summary>What the yardsticks showed beside one iteration: the mean of before and after.</summary>
/// <param name="Call">CPU nanoseconds of a plain function call.</param>
/// <param name="Clear">CPU nanoseconds of clearing a page of memory that no cache holds; null where it was not measured.</param>
internal readonly record struct YardstickReading(double Call, double? Clear)
{
    public static YardstickReading MeanOf(YardstickReading x, YardstickReading y) => new((x.Call + y.Call) / 2, (x.Clear + y.Clear) / 2);
}

/// <summary>
/// What a plain function call, and for faults the clearing of a page, costs right before and right after each iteration, outside its clock.
/// A host that slows down, a neighbour on the same core or one on the same memory slows them as it slows the workload, so that its time in
/// these holds where nanoseconds don't.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class Yardstick : IDisposable
{
    // Each about a millisecond: long enough to tell, short beside an iteration.
    private const int Runs = 512;
    private const int ClearedPages = 2048;
    private const int PagesAtOnce = 64;

    // Twice what a core's share of the last cache usually is.
    private const long MostBytes = 64L << 20;

    private static readonly Action<long> Calls = runs =>
    {
        for (long run = 0; run < runs; run++)
            PlainCall.Run();
    };

    private readonly Mapping? memory;
    private readonly int zeros;
    private long next;
    private YardstickReading before;

    /// <summary>
    /// A yardstick; with <paramref name="clears"/> also of clearing memory, as cold as a region is and by the kernel, as it clears what a
    /// fault gives.
    /// </summary>
    public Yardstick(bool clears)
    {
        if (!clears)
            return;
        zeros = Unistd.open("/dev/zero", Unistd.O_RDONLY | Unistd.O_CLOEXEC);
        // Then nothing tells what clearing costs, and faults are counted in calls alone.
        if (zeros < 0)
            return;
        memory = Mapping.Anonymous(Math.Max(1, Math.Min(MostBytes, Region.Bytes) / PageSize.Bytes / PagesAtOnce) * PagesAtOnce,
            Region.Alignment);
        memory.Advise(Mman.MADV_HUGEPAGE);
        Region.TouchEach(memory);
    }

    /// <summary>Whether it tells anything here: counted instructions know no speed.</summary>
    public static bool Tells => ClockUnit.Read() == Units.Nanoseconds;

    /// <summary>Measures before an iteration.</summary>
    public void Begin() => before = new YardstickReading(Clear: Clear(), Call: Call());

    /// <summary>Measures after it.</summary>
    public YardstickReading End() => YardstickReading.MeanOf(before, new YardstickReading(Call(), Clear()));

    public void Dispose()
    {
        if (memory is null)
            return;
        memory.Dispose();
        Unistd.close(zeros);
    }

    private static double Call()
    {
        long start = Clock.ThreadCpuNanoseconds();
        StackPlaces.Repeat(Calls, Runs);
        return (double)(Clock.ThreadCpuNanoseconds() - start) / (Runs * PlainCall.Calls);
    }

    private unsafe double? Clear()
    {
        if (memory is null)
            return null;
        long start = Clock.ThreadCpuNanoseconds();
        for (int i = 0; i < ClearedPages; i += PagesAtOnce)
        {
            if (Unistd.read(zeros, memory.Address + next * PageSize.Bytes, PagesAtOnce * (nuint)PageSize.Bytes) < 0)
                throw SystemError.Last("read of /dev/zero");
            next = (next + PagesAtOnce) % memory.PageCount;
        }
        return (double)(Clock.ThreadCpuNanoseconds() - start) / ClearedPages;
    }
}
