using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>The first write to private anonymous memory: a page is allocated and zeroed. What PageFault's Demand measures.</summary>
[SupportedOSPlatform("linux")]
public sealed class AnonymousWrite : FaultKind
{
    public override string Name => "AnonymousWrite";

    public override string Why => "heaps and stacks grow by it, and the other kinds are held against it";

    public override int Rank => 0;

    public override Mapping Map(int pages) => Anonymous(pages);
}
