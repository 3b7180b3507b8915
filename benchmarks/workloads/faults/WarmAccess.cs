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
/// What access to memory costs once it is resident. One operation is one page; one invocation visits every page of the region.
/// </summary>
[WarmJob, Needs<Linux>, SupportedOSPlatform("linux")]
public unsafe class WarmAccess : ICountsOperations, IPromisesFaults, IUsesRegion
{
    private int[] steps = [];
    private Mapping? region;

    /// <summary>The order of pages.</summary>
    [ParamsSource(nameof(Orders))]
    public Order Order { get; set; } = null!;

    /// <summary>Values of <see cref="Order"/>.</summary>
    public static IEnumerable<Order> Orders => Order.All.Where(order => order.InPageFault);

    public long OperationsPerInvocation => Region.Pages;

    public FaultPromise Promise => FaultPromise.None;

    /// <summary>Maps the region, as single pages, and makes all of it resident.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Region.WarmPhysicalMemory();
        steps = Order.Steps(Region.Pages);
        region = Region.Map();
        region.Advise(Mman.MADV_NOHUGEPAGE);
        Region.TouchEach(region);
    }

    /// <summary>Unmaps it.</summary>
    [GlobalCleanup]
    public void CleanUp() => region?.Dispose();

    /// <summary>Writes one byte to every page: PageFault's own loop, without the faults.</summary>
    [Benchmark(Description = "write a byte")]
    public void Write() => TouchLoop.Run(region!.Address, steps, PageSize.Bytes);

    /// <summary>Zeroes every page: what the kernel does to a page it gives, with the page's own cache misses.</summary>
    [Benchmark(Description = "memset the page")]
    public void Zero() => ZeroLoop.Run(region!.Address, steps, PageSize.Bytes);

    /// <summary>Zeroes one page again and again: the floor under any fault.</summary>
    [Benchmark(Description = "memset one page: zeroing floor")]
    public void ZeroOnePage() => ZeroingFloor.Run(region!.Address, steps.Length, PageSize.Bytes);
}
