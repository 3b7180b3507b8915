using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Faults.Probes;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>The first write to private anonymous memory that was read before: the zero page is left for a page of its own.</summary>
/// <param name="read">What reading brings here.</param>
[SupportedOSPlatform("linux")]
public sealed unsafe class WriteAfterRead(Lazy<ReadFault> read) : FaultKind
{
    private int[] everyPage = [];

    /// <summary>As this machine does it.</summary>
    public WriteAfterRead() : this(ReadFault.Here)
    {
    }

    public override string Name => "WriteAfterRead";

    public override string Why => "memory that is looked at before it is written faults twice; this is the second fault";

    public override int Rank => 2;

    public override string Remedy => "run on a kernel that shares a zero page (of a PVM guest: boot without pvm_no_zero_page)";

    public override string? WhyNot() => read.Value.WriteFaultsAgain
        ? null
        : "a read fault brings a page of its own here, not the shared zero page, so that the write after it faults no more";

    public override void Begin(int pages) => everyPage = new Sequential().Steps(pages);

    public override Mapping Map(int pages)
    {
        var region = Anonymous(pages);
        ReadLoop.Run(region.Address, everyPage, PageSize.Bytes);
        return region;
    }
}
