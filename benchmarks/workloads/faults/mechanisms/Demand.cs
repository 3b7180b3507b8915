using System.Runtime.Versioning;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>What Linux does by itself: one page a fault.</summary>
[SupportedOSPlatform("linux")]
public sealed class Demand : Mechanism
{
    public override string Name => "Demand";

    public override string Why => "one fault for each page is what the other mechanisms are held against";

    public override int Rank => 1;

    public override FaultTables FaultTables => FaultTables.All;

    public override IReadOnlyList<int> PagesPerFault => [1];

    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(1);
}
