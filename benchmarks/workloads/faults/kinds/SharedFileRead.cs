using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Probes;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>
/// The first read of a shared mapping of a file in the page cache: the kernel also maps the neighbours that it finds there, by default
/// within an aligned 64 KiB (mm/memory.c, do_fault_around()), so that 16 pages are one fault.
/// </summary>
/// <param name="around">How many it maps here.</param>
[SupportedOSPlatform("linux")]
public sealed unsafe class SharedFileRead(Lazy<FaultAround> around) : FaultKind
{
    private Memfd? file;

    /// <summary>As this machine does it.</summary>
    public SharedFileRead() : this(FaultAround.Here)
    {
    }

    public override string Name => "SharedFileRead";

    public override string Why => "programs and libraries come into memory so, and fault-around makes one fault of many";

    public override int Rank => 4;

    /// <summary>Pages that fault-around maps at once.</summary>
    public override int PagesPerFault => around.Value.Pages;

    public override int AnonymousPages => 0;

    public override void Begin(int pages) => file = CachedFile.Create(pages);

    public override void End() => file?.Dispose();

    public override Mapping Map(int pages) => MapFile(file!, pages);

    public override void Access(Mapping region, ReadOnlySpan<int> steps) => ReadLoop.Run(region.Address, steps, PageSize.Bytes);

    internal static Mapping MapFile(Memfd file, int pages) =>
        Mapping.File(file.Descriptor, pages, Mman.PROT_READ, Mman.MAP_SHARED, Region.Alignment);
}
