using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Orders;

namespace Bench.Workloads.Kinds;

/// <summary>The first write to private anonymous memory that was read before: the zero page is left for a page of its own.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class WriteAfterRead : FaultKind
{
    private int[] everyPage = [];

    /// <inheritdoc/>
    public override string Name => "WriteAfterRead";

    /// <inheritdoc/>
    public override string Why => "memory that is looked at before it is written faults twice; this is the second fault";

    /// <inheritdoc/>
    public override int Rank => 2;

    /// <inheritdoc/>
    public override void Begin(int pages) => everyPage = new Sequential().Steps(pages);

    /// <inheritdoc/>
    public override Mapping Map(int pages)
    {
        var region = Anonymous(pages);
        ReadLoop.Run(region.Address, everyPage, PageSize.Bytes);
        return region;
    }
}
