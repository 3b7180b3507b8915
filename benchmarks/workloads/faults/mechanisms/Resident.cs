using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>
/// The floor under an order: all memory is there before the clock starts. What other rows take longer is the price of their faults.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class Resident : Mechanism
{
    public override string Name => "Resident";

    public override string Why => "the same accesses without any fault are what an order costs by itself";

    public override int Rank => 0;

    public override FaultTables FaultTables => FaultTables.Orders;

    public override IReadOnlyList<int> PagesPerFault => [1];

    public override FaultPromise Promise(int pages) => FaultPromise.None;

    public override void Prepare(Mapping region, int pages)
    {
        base.Prepare(region, pages);
        Region.TouchEach(region);
    }
}
