using System.Runtime.Versioning;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>What Linux does by itself: one page a fault.</summary>
[SupportedOSPlatform("linux")]
public sealed class Demand : Mechanism
{
    /// <inheritdoc/>
    public override string Name => "Demand";

    /// <inheritdoc/>
    public override string Why => "one fault for each page is what the other mechanisms are held against";

    /// <inheritdoc/>
    public override int Rank => 1;

    /// <inheritdoc/>
    public override FaultTables FaultTables => FaultTables.All;

    /// <inheritdoc/>
    public override IReadOnlyList<int> PagesPerFault => [1];

    /// <inheritdoc/>
    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(1);
}
