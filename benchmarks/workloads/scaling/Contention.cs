using System.Runtime.Versioning;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Crews;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>What another processor does meanwhile.</summary>
public enum Neighbour
{
    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>Maps, touches and unmaps a page, again and again, in a process of its own: what the machine's shared parts cost.</summary>
    OtherProcess,

    /// <summary>Maps and unmaps a page in the same address space: its lock.</summary>
    SameSpace,

    /// <summary>The same with a touch in between: the lock, and an interrupt to forget the page (TLB shootdown).</summary>
    SameSpaceTouching,
}

/// <summary>
/// What contention on the address space costs: first touches by one thread, while another maps and unmaps. One operation is one page
/// of the first.
/// </summary>
[CrewJob, Needs<Linux>, Needs<TwoProcessors>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class Contention : ICountsOperations, IPromisesFaults, ISelectsCases, IChangesSettings, IUsesRegion, IEmploysWorkers, IWaits
{
    private const int PagesPerFault = 16;

    private IReadOnlyList<int> processors = [];
    private CrewMeter meter = null!;
    private Crew crew = null!;
    private Crew? neighbour;

    /// <summary>How pages come into memory; other than Demand, 16 at a time.</summary>
    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public Mechanism Mechanism { get; set; } = null!;

    /// <summary>What the other processor does.</summary>
    [ParamsSource(nameof(Neighbours), Priority = 1)]
    public Neighbour Neighbour { get; set; }

    /// <summary>Values of <see cref="Mechanism"/>.</summary>
    public static IEnumerable<Mechanism> Mechanisms => Scaling.Mechanisms;

    /// <summary>Values of <see cref="Neighbour"/>.</summary>
    public static IEnumerable<Neighbour> Neighbours => Enum.GetValues<Neighbour>();

    public long OperationsPerInvocation => Region.Pages;

    public FaultPromise Promise => Mechanism.Promise(Pages);

    public bool Exists => true;

    public IReadOnlyList<SettingChange> Settings => Mechanism.SettingsFor(Pages);

    /// <summary>For the lock that the neighbour holds.</summary>
    public bool Waits => Neighbour is Neighbour.SameSpace or Neighbour.SameSpaceTouching;

    IReadOnlyList<int> IEmploysWorkers.Processors
    {
        set => processors = value;
    }

    private int Pages => Mechanism.PagesPerFault.Contains(PagesPerFault) ? PagesPerFault : 1;

    public string? WhyNot(bool leaveSettings) =>
        (Neighbour == Neighbour.OtherProcess ? WorkerProcess.WhyNot() : null) ?? Mechanism.WhyNot(Pages, leaveSettings);

    IThreadMeter IEmploysWorkers.OpenMeter() => meter = new CrewMeter();

    /// <summary>Warms memory and starts both.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Region.WarmPhysicalMemory();
        meter.Crew = crew = new Crew([new TouchPages(Mechanism.Name, Pages, 0, Region.Pages)], [processors[0]], separate: false);
        if (Neighbour != Neighbour.Idle)
            neighbour = new Crew([new MapAndUnmap(Neighbour != Neighbour.SameSpace)], [processors[^1]],
                separate: Neighbour == Neighbour.OtherProcess);
    }

    /// <summary>Ends both.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        crew.Dispose();
        neighbour?.Dispose();
    }

    /// <summary>Maps a fresh region and sets the neighbour going.</summary>
    [IterationSetup]
    public void Map()
    {
        crew.Do(CrewStep.Prepare);
        neighbour?.Start();
    }

    /// <summary>Stops the neighbour and unmaps.</summary>
    [IterationCleanup]
    public void Unmap()
    {
        neighbour?.Stop();
        crew.Do(CrewStep.Release);
    }

    /// <summary>Touches every page.</summary>
    [Benchmark]
    public void Touch() => crew.Do(CrewStep.Work);
}
