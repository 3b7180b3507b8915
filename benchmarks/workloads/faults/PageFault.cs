using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Settings;
using Bench.Measuring;
using Bench.Workloads.Mechanisms;
using Bench.Workloads.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// What it costs to write to a page for the first time, and what it saves to be given several pages at each fault. One operation is one
/// page; one invocation touches every page of a fresh region. Mapping, unmapping and the order of pages are outside the clock.
/// </summary>
[RegionJob, Needs<Linux>, SupportedOSPlatform("linux")]
public class PageFault : ICountsOperations, IPromisesFaults, ISelectsCases, IChangesSettings, IUsesRegion
{
    private int[] steps = [];
    private Mapping? region;

    /// <summary>How pages come into memory.</summary>
    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public Mechanism Mechanism { get; set; } = null!;

    /// <summary>Pages per fault.</summary>
    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public int Pages { get; set; }

    /// <summary>The order of pages.</summary>
    [ParamsSource(nameof(Orders), Priority = 2)]
    public Order Order { get; set; } = null!;

    /// <summary>Values of <see cref="Mechanism"/>.</summary>
    public static IEnumerable<Mechanism> Mechanisms => Mechanism.All;

    /// <summary>Values of <see cref="Pages"/>.</summary>
    public static IEnumerable<int> PagesPerFault => Mechanism.All.SelectMany(mechanism => mechanism.PagesPerFault).Distinct().Order();

    /// <summary>Values of <see cref="Order"/>.</summary>
    public static IEnumerable<Order> Orders => Order.All;

    /// <inheritdoc/>
    public long OperationsPerInvocation => Region.Pages;

    /// <inheritdoc/>
    public FaultPromise Promise => Mechanism.Promise(Pages);

    /// <inheritdoc/>
    public bool Exists => Mechanism.PagesPerFault.Contains(Pages) && Mechanism.Takes(Order);

    /// <inheritdoc/>
    public string? WhyNot(bool leaveSettings) => Mechanism.WhyNot(Pages, leaveSettings);

    /// <inheritdoc/>
    public IReadOnlyList<SettingChange> Settings => Mechanism.SettingsFor(Pages);

    /// <summary>Warms memory and makes the order.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Region.WarmPhysicalMemory();
        steps = Order.Steps(Region.Pages);
        Mechanism.Begin(Pages);
    }

    /// <summary>Undoes what the mechanism did to the process.</summary>
    [GlobalCleanup]
    public void CleanUp() => Mechanism.End();

    /// <summary>Maps a fresh region.</summary>
    [IterationSetup]
    public void Map()
    {
        region = Region.Map();
        Mechanism.Prepare(region, Pages);
    }

    /// <summary>Unmaps it.</summary>
    [IterationCleanup]
    public void Unmap() => region?.Dispose();

    /// <summary>Touches every page.</summary>
    [Benchmark]
    public void Touch() => Mechanism.Touch(region!, steps, Pages);
}
