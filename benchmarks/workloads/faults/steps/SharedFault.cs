using System.Runtime.Versioning;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Steps;

/// <summary>The first write to each page of mappings whose pages are there: a fault that only maps.</summary>
[SupportedOSPlatform("linux")]
public sealed class SharedFault : OfShared
{
    public override string Name => "SharedFault";

    public override string Why => "the way into the kernel and out, with the mapping of a page that is there";

    public override int Rank => 5;

    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages);
}
