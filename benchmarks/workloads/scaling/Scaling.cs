using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Machine;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Crews;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>Whether workers share an address space.</summary>
public enum WorkersAs
{
    /// <summary>They do.</summary>
    Threads,

    /// <summary>Each has its own.</summary>
    Processes,
}

/// <summary>What workers touch.</summary>
public enum Memory
{
    /// <summary>Each a region of its own, private and anonymous.</summary>
    Private,

    /// <summary>One region, each its own part of it: threads a private anonymous one, processes a memfd.</summary>
    Shared,
}

/// <summary>
/// What first touches cost when several workers make them at once. One operation is one page of any worker; the clock runs from the
/// release of the barrier until the last worker is done. The same number of pages in all, whatever the number of workers.
/// </summary>
[CrewJob, Needs<Linux>, Needs<TwoProcessors>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class Scaling : ICountsOperations, IPromisesFaults, ISelectsCases, IChangesSettings, IUsesRegion, IEmploysWorkers
{
    private const int PagesPerFault = 16;

    private IReadOnlyList<int> processors = [];
    private CrewMeter meter = null!;
    private Memfd? file;
    private Mapping? region;
    private Crew crew = null!;

    /// <summary>How pages come into memory; other than Demand, 16 at a time.</summary>
    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public Mechanism Mechanism { get; set; } = null!;

    /// <summary>What a worker is.</summary>
    [ParamsSource(nameof(Kinds), Priority = 1)]
    public WorkersAs As { get; set; }

    /// <summary>Whether each worker has a region of its own.</summary>
    [ParamsSource(nameof(Memories), Priority = 2)]
    public Memory Memory { get; set; }

    /// <summary>How many touch pages.</summary>
    [ParamsSource(nameof(Numbers), Priority = 3)]
    public int Workers { get; set; }

    /// <summary>Values of <see cref="Mechanism"/>.</summary>
    public static IEnumerable<Mechanism> Mechanisms => [new Demand(), new LargeFolio(), new Populate()];

    /// <summary>Values of <see cref="As"/>.</summary>
    public static IEnumerable<WorkersAs> Kinds => Enum.GetValues<WorkersAs>();

    /// <summary>Values of <see cref="Memory"/>.</summary>
    public static IEnumerable<Memory> Memories => Enum.GetValues<Memory>();

    /// <summary>Values of <see cref="Workers"/>: 1 to twice the processors, beyond eight by doublings.</summary>
    public static IEnumerable<int> Numbers => WorkerNumbers.For(TwoProcessors.Usable);

    public long OperationsPerInvocation => (long)Share * Workers;

    public FaultPromise Promise => Mechanism.Promise(Pages);

    public bool Exists => true;

    public IReadOnlyList<SettingChange> Settings => Mechanism.SettingsFor(Pages);

    IReadOnlyList<int> IEmploysWorkers.Processors
    {
        set => processors = value;
    }

    private int Pages => Mechanism.PagesPerFault.Contains(PagesPerFault) ? PagesPerFault : 1;

    // Whole page tables where there are as many pages, so that workers meet in none; whole windows in any case.
    private int Share => Region.Pages / Workers is var share && share >= 512 ? share - share % 512 : share - share % PagesPerFault;

    private bool SharesFile => As == WorkersAs.Processes && Memory == Memory.Shared;

    public string? WhyNot(bool leaveSettings)
    {
        if (SharesFile && Mechanism is LargeFolio)
            return "LargeFolio's settings are for anonymous memory; what processes share is not (transhuge.rst, shmem_enabled)";
        if (Share == 0)
            return $"the region is too small for {Workers} workers";
        if (As == WorkersAs.Processes && MemoryBudget.Read().Available is { } available
            && MemoryBudget.Need(Region.Bytes) + Workers * WorkerProcess.Bytes is var need && need > available)
        {
            return $"{Workers} processes and the region need {ByteSize.Describe(need)}; this machine can give "
                + $"{ByteSize.Describe(available)}";
        }
        return (As == WorkersAs.Processes ? WorkerProcess.WhyNot() : null) ?? Mechanism.WhyNot(Pages, leaveSettings);
    }

    IThreadMeter IEmploysWorkers.OpenMeter() => meter = new CrewMeter();

    /// <summary>Warms memory and starts the workers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Region.WarmPhysicalMemory();
        if (SharesFile)
            file = Memfd.Create("bench-region", inherited: true);
        bool common = As == WorkersAs.Threads && Memory == Memory.Shared;
        meter.Crew =
            crew = new Crew([.. Enumerable.Range(0, Workers).Select(AssignmentOf)], processors, As == WorkersAs.Processes,
                common ? () => region! : null);
    }

    /// <summary>Ends them.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        crew.Dispose();
        file?.Dispose();
    }

    /// <summary>Maps fresh memory.</summary>
    [IterationSetup]
    public void Map()
    {
        if (As == WorkersAs.Threads && Memory == Memory.Shared)
            region = Region.Map();
        file?.Resize(Region.Bytes);
        crew.Do(CrewStep.Prepare);
    }

    /// <summary>Unmaps it.</summary>
    [IterationCleanup]
    public void Unmap()
    {
        crew.Do(CrewStep.Release);
        region?.Dispose();
        file?.Resize(0);
    }

    /// <summary>Lets all workers touch their pages.</summary>
    [Benchmark]
    public void Touch() => crew.Do(CrewStep.Work);

    private TouchPages AssignmentOf(int worker) => Memory == Memory.Private
        ? new TouchPages(Mechanism.Name, Pages, 0, Share)
        : new TouchPages(Mechanism.Name, Pages, worker * Share, Share, Region.Pages, file?.Descriptor ?? -1);
}
