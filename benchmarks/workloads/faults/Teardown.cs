using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// What giving memory back costs, by the mechanism that filled it. One operation is one resident page; filling is outside the clock.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class Teardown : MechanismSweep
{
    private Mapping? region;

    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public override Mechanism Mechanism { get; set; } = null!;

    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public override int Pages { get; set; }

    public override string Unit => "page given back";

    public override FaultPromise Promise => FaultPromise.None;

    protected override FaultTables Sweep => FaultTables.Teardown;

    protected override IReadOnlyList<int>? Sizes => [16, 64, 512];

    protected override Walk MakeWalk() => new Sequential().Walk(Region.Pages);

    /// <summary>Fills a fresh region.</summary>
    [IterationSetup]
    public void Fill()
    {
        region = Fresh();
        Go();
        Weigh();
    }

    /// <summary>Frees what the benchmark left.</summary>
    [IterationCleanup]
    public void Release() => region?.Dispose();

    /// <summary>munmap(2) of the whole region.</summary>
    [Benchmark(Description = "munmap")]
    public void Unmap() => region!.Dispose();

    /// <summary>madvise(2), MADV_DONTNEED of the whole region: the mapping stays, its pages go.</summary>
    [Benchmark(Description = "MADV_DONTNEED")]
    public void DontNeed() => region!.Advise(Mman.MADV_DONTNEED);
}
