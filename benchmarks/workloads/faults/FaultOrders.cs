using System.Runtime.Versioning;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// The orders that PageFault has no time for, by mechanisms of 16 and 512 pages a fault; Resident is what the order costs without faults.
/// One operation is one distinct page touched, as each order says.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class FaultOrders : FirstTouches
{
    /// <summary>The order of pages.</summary>
    [ParamsSource(nameof(Orders), Priority = -1)]
    public Order Order { get; set; } = null!;

    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public override Mechanism Mechanism { get; set; } = null!;

    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public override int Pages { get; set; }

    /// <summary>Values of <see cref="Order"/>.</summary>
    public static IEnumerable<Order> Orders => Order.All.Where(order => !order.InPageFault);

    public override string Unit => Order.Unit;

    public override double MemoryBesides => Order.MemoryBesides;

    protected override FaultTables Sweep => FaultTables.Orders;

    protected override IReadOnlyList<int>? Sizes => [16, 512];

    protected override bool Takes(Mechanism mechanism) => mechanism.Takes(Order);

    protected override Walk MakeWalk() => Order.Walk(Region.Pages);
}
