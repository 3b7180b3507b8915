using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Bench.Interop.Perf;

/// <summary>Something that a processor counts (perf_event_open(2); include/uapi/linux/perf_event.h).</summary>
/// <param name="Name">As in names of readings.</param>
/// <param name="Words">For people.</param>
/// <param name="Type">PERF_TYPE_*.</param>
/// <param name="Configs">Those whose counts are added; none where this kind of processor has no such event that we know of.</param>
public sealed record HardwareEvent(string Name, string Words, uint Type, IReadOnlyList<ulong> Configs)
{
    private const uint Hardware = 0, HardwareCache = 3, Raw = 4;
    private const ulong Cycles = 0, Instructions = 1;

    // PERF_COUNT_HW_CACHE_DTLB, the operation in the second byte, PERF_COUNT_HW_CACHE_RESULT_MISS in the third.
    private const ulong LoadMisses = 3 | 0 << 8 | 1 << 16, StoreMisses = 3 | 1 << 8 | 1 << 16;

    /// <summary>Those that are counted beside iterations.</summary>
    public static IReadOnlyList<HardwareEvent> All { get; } =
    [
        new("Cycles", "cycles", Hardware, [Cycles]),
        new("Instructions", "instructions", Hardware, [Instructions]),
        new("DtlbLoadMisses", "dTLB load misses", HardwareCache, [LoadMisses]),
        new("DtlbStoreMisses", "dTLB store misses", HardwareCache, [StoreMisses]),
        new("PageWalks", "page walks", Raw, PageWalks),
    ];

    // perf has no name for walks of page tables that all processors share. Event in the first byte, unit mask in the second.
    private static IReadOnlyList<ulong> PageWalks => RuntimeInformation.ProcessArchitecture switch
    {
        // DTLB_WALK (Arm Architecture Reference Manual, common events).
        Architecture.Arm64 => [0x34],
        Architecture.X64 => Vendor() switch
        {
            // DTLB_LOAD_MISSES.WALK_COMPLETED and DTLB_STORE_MISSES.WALK_COMPLETED, all page sizes (Intel SDM, Skylake and later).
            "GenuineIntel" => [0x0e08, 0x0e49],
            // LsL1DTlbMiss, of which the second level had none of any size (AMD PPR, family 17h and later).
            "AuthenticAMD" => [0xf045],
            _ => [],
        },
        _ => [],
    };

    private static string Vendor()
    {
        if (!X86Base.IsSupported)
            return "";
        var (_, first, third, second) = X86Base.CpuId(0, 0);
        return System.Text.Encoding.ASCII.GetString(MemoryMarshal.AsBytes<int>([first, second, third]));
    }
}

/// <summary>Where the thread is while an event counts.</summary>
public enum PrivilegeMode
{
    /// <summary>In its own instructions.</summary>
    User,

    /// <summary>In the kernel.</summary>
    Kernel,
}
