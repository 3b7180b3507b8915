using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Kinds;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// What a page fault costs, by its kind. One operation is one page; one invocation accesses every page of a region, each for the first time
/// in that way. Mapping, unmapping, files and the order of pages are outside the clock.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class FaultKinds : ICountsOperations, IPromisesFaults, ISelectsCases, IUsesRegion, IWeighsMemory
{
    private Walk? walk;
    private MemoryScale? scale;
    private Mapping? region;

    /// <summary>The kind of fault.</summary>
    [ParamsSource(nameof(Kinds), Priority = 0)]
    public FaultKind Kind { get; set; } = null!;

    /// <summary>The order of pages.</summary>
    [ParamsSource(nameof(Orders), Priority = 1)]
    public Order Order { get; set; } = null!;

    /// <summary>Values of <see cref="Kind"/>.</summary>
    public static IEnumerable<FaultKind> Kinds => FaultKind.All;

    /// <summary>Values of <see cref="Order"/>.</summary>
    public static IEnumerable<Order> Orders => PageFault.Orders;

    public long OperationsPerInvocation => Walk.Touched;

    public FaultPromise Promise => Kind.Promise(Walk);

    public bool Exists => true;

    public string? WhyNot(bool leaveSettings) => Kind.WhyNot();

    public double MemoryBesides => Kind.MemoryBesides;

    public MemoryCost? MemoryCost { get; private set; }

    private Walk Walk => walk ??= Order.Walk(Region.Pages);

    /// <summary>Warms memory and makes what the kind needs.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Region.WarmPhysicalMemory();
        scale = new MemoryScale(Region.Pages);
        Kind.Begin(Region.Pages);
    }

    /// <summary>Undoes it.</summary>
    [GlobalCleanup]
    public void CleanUp() => Kind.End();

    /// <summary>Maps a region.</summary>
    [IterationSetup]
    public void Map()
    {
        region = Kind.Map(Region.Pages);
        scale!.Start();
    }

    /// <summary>Weighs and unmaps it.</summary>
    [IterationCleanup]
    public void Unmap()
    {
        MemoryCost = scale!.Stop(region!, Walk.Touched);
        region!.Dispose();
    }

    /// <summary>Accesses every page.</summary>
    [Benchmark]
    public void Access() => Kind.Access(region!, Walk.Steps);
}
