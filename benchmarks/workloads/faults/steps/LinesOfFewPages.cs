using System.Runtime.Versioning;

namespace Bench.Workloads.Faults.Steps;

/// <summary>One line beside the next.</summary>
[SupportedOSPlatform("linux")]
public sealed class LinesOfFewPages : LineChain
{
    public override string Name => "LinesOfFewPages";

    public override string Why => "the same load where the TLB has the page";

    public override int Rank => 10;

    protected override long Place(int line) => (long)line * LineBytes;
}
