using System.Runtime.Versioning;

namespace Bench.Workloads.Faults.Steps;

/// <summary>The first touch of the same, populated.</summary>
[SupportedOSPlatform("linux")]
public sealed class SharedFirstUse : OfSharedMapped
{
    public override string Name => "SharedFirstUse";

    public override string Why => "the use of a page that only had to be mapped";

    public override int Rank => 7;
}
