using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Kinds;

/// <summary>
/// The first read of a shared mapping of a file in the page cache: the kernel also maps the neighbours that it finds there, by default within an
/// aligned 64 KiB (mm/memory.c, do_fault_around()), so that 16 pages are one fault.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class SharedFileRead : FaultKind
{
    /// <summary>The kernel's setting; its own default stands where that can't be read, as without root.</summary>
    private const string SettingFile = "/sys/kernel/debug/fault_around_bytes";

    private const int DefaultBytes = 65536;

    private Memfd? file;

    /// <inheritdoc/>
    public override string Name => "SharedFileRead";

    /// <inheritdoc/>
    public override string Why => "programs and libraries come into memory so, and fault-around makes one fault of many";

    /// <inheritdoc/>
    public override int Rank => 4;

    /// <summary>Pages that fault-around maps at once.</summary>
    public override int PagesPerFault { get; } = Math.Max(1, AroundBytes() / PageSize.Bytes);

    /// <inheritdoc/>
    public override void Begin(int pages) => file = CachedFile.Create(pages);

    /// <inheritdoc/>
    public override void End() => file?.Dispose();

    /// <inheritdoc/>
    public override Mapping Map(int pages) => Mapping.File(file!.Descriptor, pages, Mman.PROT_READ, Mman.MAP_SHARED, Region.Alignment);

    /// <inheritdoc/>
    public override void Access(Mapping region, ReadOnlySpan<int> steps) => ReadLoop.Run(region.Address, steps, PageSize.Bytes);

    private static int AroundBytes()
    {
        try
        {
            return int.TryParse(File.ReadAllText(SettingFile), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int bytes) ? bytes : DefaultBytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DefaultBytes;
        }
    }
}
