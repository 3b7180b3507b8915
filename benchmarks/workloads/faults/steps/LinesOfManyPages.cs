using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Steps;

/// <summary>Each line in a page of its own.</summary>
[SupportedOSPlatform("linux")]
public sealed class LinesOfManyPages : LineChain
{
    public override string Name => "LinesOfManyPages";

    public override string Why => "a load from a cache that finds no entry in the TLB";

    public override int Rank => 9;

    // A cache finds a line's set by the low bits of its address: they take all values, as they do where lines lie side by side.
    protected override long Place(int line)
    {
        int linesOfPage = PageSize.Bytes / LineBytes;
        return ((long)line * PageSize.Bytes) + (line / linesOfPage % linesOfPage * LineBytes);
    }
}
