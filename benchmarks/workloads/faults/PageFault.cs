using System.Runtime.Versioning;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// What it costs to write to a page for the first time, and what it saves to be given several pages at each fault. One operation is one
/// page; one invocation touches every page of a fresh region.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class PageFault : FirstTouches
{
    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public override Mechanism Mechanism { get; set; } = null!;

    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public override int Pages { get; set; }

    /// <summary>The order of pages.</summary>
    [ParamsSource(nameof(Orders), Priority = 2)]
    public Order Order { get; set; } = null!;

    /// <summary>Values of <see cref="Order"/>.</summary>
    public static IEnumerable<Order> Orders => Order.All.Where(order => order.InPageFault);

    protected override FaultTables Sweep => FaultTables.PageFault;

    protected override bool Takes(Mechanism mechanism) => mechanism.Takes(Order);

    protected override Walk MakeWalk() => Order.Walk(Region.Pages);
}
