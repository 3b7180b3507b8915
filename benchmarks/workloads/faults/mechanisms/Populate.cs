using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>
/// MADV_POPULATE_WRITE (madvise(2)) of the aligned window of n pages around the first page touched in it: no privilege, no setting.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class Populate : Mechanism
{
    private byte[] populated = [];

    public override string Name => "Populate";

    public override string Why => "it fills a range in one call, on every kernel since 5.14 and without root";

    public override int Rank => 3;

    public override FaultTables FaultTables => FaultTables.All & ~FaultTables.Mechanisms;

    public override IReadOnlyList<int> PagesPerFault => PowersFrom(1);

    /// <summary>
    /// Not where the next page is known only after the last: each access would have to ask whether its window is populated.
    /// </summary>
    public override bool Takes(Order order) => order.KnownBeforehand;

    /// <summary>No trap; the kernel faults every page in by itself, which only getrusage counts (mm/memory.c, mm_account_fault).</summary>
    public override FaultPromise Promise(int pages) => new(Traps: 0, All: 1, Tolerance: 0.02);

    public override string Remedy(int pages) => "run on Linux 5.14 or later";

    public override string? WhyNot(int pages, bool leaveSettings)
    {
        using var page = Mapping.Anonymous(1);
        return Mman.madvise(page.Address, page.Length, Mman.MADV_POPULATE_WRITE) == 0
            ? null
            : $"MADV_POPULATE_WRITE needs Linux 5.14: {SystemError.Last("madvise").Message}";
    }

    public override void Prepare(Mapping region, int pages)
    {
        base.Prepare(region, pages);
        int windows = (int)((region.PageCount + pages - 1) / pages);
        if (populated.Length != windows)
            populated = GC.AllocateUninitializedArray<byte>(windows, pinned: true);
        // Written, not left to demand zeroing, so that its own faults stay outside the clock.
        populated.AsSpan().Fill(1);
        populated.AsSpan().Clear();
    }

    public override void Touch(Mapping region, ReadOnlySpan<int> steps, int pages) =>
        Run(region.Address, (uint)region.PageCount, steps, populated, PageSize.Bytes, (uint)pages);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Run(byte* region, uint end, ReadOnlySpan<int> steps, byte[] populated, int pageSize, uint pages)
    {
        foreach (int step in steps)
        {
            uint window = (uint)step / pages;
            if (populated[window] == 0)
            {
                uint first = window * pages;
                nuint length = (nuint)Math.Min(pages, end - first) * (nuint)pageSize;
                if (Mman.madvise(region + (nuint)first * (nuint)pageSize, length, Mman.MADV_POPULATE_WRITE) != 0)
                    throw SystemError.Last("madvise");
                populated[window] = 1;
            }
            region[(nuint)(uint)step * (nuint)pageSize] = 1;
        }
    }
}
