using System.Runtime.Versioning;
using Bench.Interop.Perf;
using Bench.Interop.Resources;
using Bench.Interop.Time;

namespace Bench.Workloads.Contracts;

/// <summary>
/// Reads the measuring thread's counters around each invocation of a workload. The readings cost about 2 µs an iteration.
/// </summary>
internal interface IThreadMeter : IDisposable
{
    string Source { get; }

    bool CountsTrapsOnly { get; }

    ThreadReading Read();
}

internal readonly record struct ThreadReading(long CpuNanoseconds, long Faults, long MajorFaults, long InvoluntarySwitches)
{
    public static ThreadReading operator +(ThreadReading x, ThreadReading y) => new(
        x.CpuNanoseconds + y.CpuNanoseconds, x.Faults + y.Faults, x.MajorFaults + y.MajorFaults,
        x.InvoluntarySwitches + y.InvoluntarySwitches);

    public static ThreadReading operator -(ThreadReading x, ThreadReading y) => new(
        x.CpuNanoseconds - y.CpuNanoseconds, x.Faults - y.Faults, x.MajorFaults - y.MajorFaults,
        x.InvoluntarySwitches - y.InvoluntarySwitches);
}

[SupportedOSPlatform("linux")]
internal sealed class LinuxThreadMeter : IThreadMeter
{
    private readonly FaultCounter faults = FaultCounter.Open();

    public string Source => faults.Source;

    public bool CountsTrapsOnly => faults.CountsTrapsOnly;

    public ThreadReading Read()
    {
        var usage = Resource.OfThread();
        return new ThreadReading(Clock.ThreadCpuNanoseconds(), faults.Read(), usage.ru_majflt, usage.ru_nivcsw);
    }

    public void Dispose() => faults.Dispose();
}

/// <summary>Elsewhere only time passes.</summary>
internal sealed class NoThreadMeter : IThreadMeter
{
    public string Source => "none";

    public bool CountsTrapsOnly => true;

    public ThreadReading Read() => default;

    public void Dispose() { }
}
