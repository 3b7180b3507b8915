using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Userfaults;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Faults.Probes;
using Bench.Workloads.Faults.Userfault;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>
/// userfaultfd(2) with a handler in C# on a thread of its own, which maps the aligned window of n pages around each fault: what a garbage
/// collector, a live migration or a lazy snapshot pays for deciding itself.
/// </summary>
/// <param name="offer">What userfaultfd offers.</param>
/// <param name="countsAsMajor">Whether its faults count as major ones.</param>
[SupportedOSPlatform("linux")]
public sealed unsafe class UserspaceFault(Lazy<UserfaultOffer> offer, Lazy<bool> countsAsMajor) : Mechanism
{
    private FaultHandler? handler;

    /// <summary>As this machine does it.</summary>
    public UserspaceFault() : this(UserfaultOffer.Here, UserfaultProbe.CountsAsMajor)
    {
    }

    public override string Name => "Userfaultfd";

    public override string Why => "a fault handler in user space decides by itself what a fault brings, for two context switches more";

    public override int Rank => 7;

    public override IReadOnlyList<int> PagesPerFault => PowersFrom(1);

    public override bool Takes(Order order) => order.InPageFault;

    /// <summary>The handler runs while the touching thread sleeps.</summary>
    public override bool Waits => true;

    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages);

    public override string Remedy(int pages) => "run on Linux 6.12 or later with CONFIG_USERFAULTFD, outside containers that forbid it";

    public override string? WhyNot(int pages, bool leaveSettings) => offer.Value.WhyNoCopies
        ?? (countsAsMajor.Value
            ? "this kernel counts a fault that userfaultfd has answered as one that read from a device (Linux 6.1 does)"
            : null);

    public override void Begin(int pages) => handler = FaultHandler.Start(pages);

    public override void End() => handler?.Dispose();

    public override void Prepare(Mapping region, int pages)
    {
        base.Prepare(region, pages);
        handler!.Serve(region);
    }

    /// <summary>Each touch is libc's memset of one byte: managed code must not wait for a fault (see <see cref="Userfaultfd"/>).</summary>
    public override void Touch(Mapping region, ReadOnlySpan<int> steps, int pages)
    {
        byte* start = region.Address;
        nuint pageSize = (nuint)PageSize.Bytes;
        foreach (int step in steps)
            CString.memset(start + (nuint)(uint)step * pageSize, 1, 1);
        handler!.ThrowIfFailed();
    }
}
