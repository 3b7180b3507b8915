using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Faults.Steps;

/// <summary>MADV_POPULATE_WRITE (madvise(2)) of everything in one call: what the kernel does for a fault, without the fault.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class Populate : FaultStep
{
    public override string Name => "Populate";

    public override string Why => "what the kernel does: allocate, charge, clear and map, without a trap";

    public override int Rank => 0;

    public override string? WhyNot() => Lacking();

    /// <summary>No trap, and in the kernel's own count a fault for each folio.</summary>
    public override FaultPromise Promise(int pages) => FaultPromise.OneIn(pages) with { Traps = 0 };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Go(Mapping region, ReadOnlySpan<int> walk) => region.Advise(Mman.MADV_POPULATE_WRITE);

    /// <summary>Why this kernel populates nothing; null where it does.</summary>
    public static string? Lacking()
    {
        using var page = Mapping.Anonymous(1);
        return Mman.madvise(page.Address, page.Length, Mman.MADV_POPULATE_WRITE) == 0
            ? null
            : $"MADV_POPULATE_WRITE needs Linux 5.14: {SystemError.Last("madvise").Message}";
    }
}
