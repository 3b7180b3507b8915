using System.Runtime.Versioning;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// The mechanisms that PageFault has no time for, beside Demand. One operation is one page; one invocation touches every page of a fresh
/// region.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class FaultMechanisms : FirstTouches
{
    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public override Mechanism Mechanism { get; set; } = null!;

    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public override int Pages { get; set; }

    /// <summary>The order of pages.</summary>
    [ParamsSource(nameof(Orders), Priority = 2)]
    public Order Order { get; set; } = null!;

    /// <summary>Values of <see cref="Order"/>.</summary>
    public static IEnumerable<Order> Orders => PageFault.Orders;

    protected override FaultTables Sweep => FaultTables.Mechanisms;

    protected override bool Takes(Mechanism mechanism) => mechanism.Takes(Order);

    protected override Walk MakeWalk() => Order.Walk(Region.Pages);
}
