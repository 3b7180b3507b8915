using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Processes;

namespace Bench.Workloads.Faults;

/// <summary>The memory that page workloads work on.</summary>
public static class Region
{
    /// <summary>Bytes where <c>--region</c> does not say otherwise: 512 MiB.</summary>
    public const long DefaultBytes = 512L << 20;

    /// <summary>Alignment in bytes: the largest folio's, so that no window is cut at the region's ends.</summary>
    [SupportedOSPlatform("linux")]
    public static nuint Alignment => PageSize.HugeBytes;

    /// <summary>
    /// Address of the region, unless something lies there: 64 GiB, below every library, heap and stack. A fault begins with a search for
    /// its mapping (mm/memory.c, lock_vma_under_rcu); the lowest mapping is found in as many steps in every process, while elsewhere the
    /// rest of the process makes a difference of up to 3 % of a fault. The page tables of this address hold nothing else either.
    /// </summary>
    private static readonly nuint Place = (nuint)64 << 30;

    /// <summary>Bytes of the region.</summary>
    public static long Bytes => Handover.Current.RegionBytes ?? DefaultBytes;

    /// <summary>Makes the region as large as this in this process and in those it starts.</summary>
    public static void Resize(long bytes) => Handover.Current = Handover.Current with { RegionBytes = bytes };

    /// <summary>The same until the result is disposed of.</summary>
    public static IDisposable Resized(long bytes)
    {
        var before = Handover.Keep();
        Resize(bytes);
        return before;
    }

    /// <summary>Pages of the region; at most 2^31 - 1, which is more than any run that asks for it is granted.</summary>
    [SupportedOSPlatform("linux")]
    public static int Pages => PagesWithin(long.MaxValue);

    /// <summary>Its pages, or as many as <paramref name="mostBytes"/> hold where those are fewer.</summary>
    [SupportedOSPlatform("linux")]
    public static int PagesWithin(long mostBytes) => (int)Math.Min(int.MaxValue, Math.Min(Bytes, mostBytes) / PageSize.Bytes);

    /// <summary>A fresh region, none of it resident.</summary>
    [SupportedOSPlatform("linux")]
    public static Mapping Map() => Map(Pages);

    /// <summary>A fresh region of <paramref name="pages"/> pages.</summary>
    [SupportedOSPlatform("linux")]
    public static Mapping Map(int pages) => Mapping.Anonymous(pages, Alignment, Place);

    /// <summary>
    /// Faults in and frees a quarter more memory than a region takes, so that a virtual machine's host has it backed: a page it had not
    /// would cost ten times as much.
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static void WarmPhysicalMemory() => WarmPhysicalMemory(Pages);

    /// <summary>The same for a region of <paramref name="pages"/> pages.</summary>
    [SupportedOSPlatform("linux")]
    public static void WarmPhysicalMemory(long pages)
    {
        using var memory = Mapping.Anonymous(pages + pages / 4, Alignment);
        memory.Advise(Mman.MADV_HUGEPAGE);
        TouchEach(memory);
    }

    /// <summary>Writes one byte to each page of <paramref name="memory"/>, first to last.</summary>
    [SupportedOSPlatform("linux")]
    public static unsafe void TouchEach(Mapping memory)
    {
        byte* address = memory.Address;
        for (long page = 0; page < memory.PageCount; page++)
            address[page * PageSize.Bytes] = 1;
    }
}
