using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>The first write to a private mapping of a file in the page cache: its page is copied.</summary>
[SupportedOSPlatform("linux")]
public sealed class PrivateFileWrite : FaultKind
{
    private Memfd? file;

    public override string Name => "PrivateFileWrite";

    public override string Why => "a program's data and what fork shares are copied so, page by page";

    public override int Rank => 3;

    /// <summary>The file.</summary>
    public override double MemoryBesides => 1;

    public override void Begin(int pages) => file = CachedFile.Create(pages);

    public override void End() => file?.Dispose();

    public override Mapping Map(int pages) =>
        Mapping.File(file!.Descriptor, pages, Mman.PROT_READ | Mman.PROT_WRITE, Mman.MAP_PRIVATE, Region.Alignment);
}
