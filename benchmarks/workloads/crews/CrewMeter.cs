using System.Runtime.Versioning;
using Bench.Interop.Perf;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Crews;

/// <summary>
/// The counters of a crew's measured steps: faults of all workers together, and the CPU time of the busiest processor, which is the wall
/// time where no worker had to wait.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class CrewMeter : IThreadMeter
{
    private readonly FaultCounter counter = FaultCounter.Open();
    private ThreadReading total;

    public string Source => $"{counter.Source}, of all workers";

    public bool CountsTrapsOnly => counter.CountsTrapsOnly;

    /// <summary>Whose counters; set once it is at work.</summary>
    public Crew? Crew { get; set; }

    public ThreadReading Read()
    {
        if (Crew?.TakeReports() is { } reports)
        {
            total += new ThreadReading(
                reports.GroupBy(worker => worker.Processor).Max(processor => processor.Sum(worker => worker.Report.Counted.CpuNanoseconds)),
                reports.Sum(worker => worker.Report.Counted.Faults),
                reports.Sum(worker => worker.Report.Counted.MajorFaults),
                reports.Sum(worker => worker.Report.Counted.InvoluntarySwitches));
        }
        return total;
    }

    public void Dispose() => counter.Dispose();
}
