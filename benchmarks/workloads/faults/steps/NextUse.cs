using System.Runtime.Versioning;

namespace Bench.Workloads.Faults.Steps;

/// <summary>One more touch of memory that was written from end to end: a miss of the TLB and, in a large region, of the cache.</summary>
[SupportedOSPlatform("linux")]
public sealed class NextUse : OfUsed
{
    public override string Name => "NextUse";

    public override string Why => "what a touch costs that no table has to be filled for";

    public override int Rank => 2;
}
