using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>The floor under any fault: memset of one resident page, again and again. No fault is taken.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class ZeroingFloor : Mechanism
{
    public override string Name => "ZeroingFloor";

    public override string Why => "what clearing a page costs is the floor under every fault";

    public override int Rank => 0;

    public override FaultTables FaultTables => FaultTables.PageFault;

    public override IReadOnlyList<int> PagesPerFault => [1];

    public override bool Takes(Order order) => order is Sequential;

    public override FaultPromise Promise(int pages) => FaultPromise.None;

    public override void Prepare(Mapping region, int pages)
    {
        base.Prepare(region, pages);
        *region.Address = 1;
    }

    public override void Touch(Mapping region, ReadOnlySpan<int> steps, int pages) => Run(region.Address, steps.Length, PageSize.Bytes);

    /// <summary>Zeroes the page at <paramref name="page"/> <paramref name="times"/> times.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(byte* page, int times, int pageSize)
    {
        for (int i = 0; i < times; i++)
            Unsafe.InitBlockUnaligned(page, 0, (uint)pageSize);
    }
}
