using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Interop.Userfaults;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>
/// The same read with fault-around off, one page a fault. A mapping registered for write protection by userfaultfd is never faulted around
/// (include/linux/userfaultfd_k.h, uffd_disable_fault_around()); no page is protected, so that none of its faults is reported. MADV_RANDOM
/// does not switch it off: it concerns reading ahead from disk.
/// </summary>
/// <param name="offer">What userfaultfd offers.</param>
[SupportedOSPlatform("linux")]
public sealed unsafe class SharedFileReadAlone(Lazy<UserfaultOffer> offer) : FaultKind
{
    private Memfd? file;
    private Userfaultfd? registrar;

    /// <summary>As this machine does it.</summary>
    public SharedFileReadAlone() : this(UserfaultOffer.Here)
    {
    }

    public override string Name => "SharedFileReadAlone";

    public override string Why => "without fault-around it shows what one page of a file costs, and so what fault-around spares";

    public override int Rank => 5;

    public override int AnonymousPages => 0;

    public override string Remedy => "run on Linux 5.19 or later with CONFIG_USERFAULTFD, outside containers that forbid it";

    public override string? WhyNot()
    {
        if (offer.Value.WhyNoWriteProtection is { } lacking)
            return lacking;
        using var opened = Open(out string reason);
        if (opened is null)
            return reason;
        try
        {
            using var page = CachedFile.Create(1);
            using var mapping = Mapping.File(page.Descriptor, 1, Mman.PROT_READ, Mman.MAP_SHARED, 0);
            opened.Register(mapping, Userfaultfd.UFFDIO_REGISTER_MODE_WP);
            return null;
        }
        catch (SystemError error)
        {
            return $"needs write protection of shared memory by userfaultfd: {error.Message}";
        }
    }

    public override void Begin(int pages)
    {
        registrar = Open(out string reason) ?? throw new InvalidOperationException(reason);
        file = CachedFile.Create(pages);
    }

    public override void End()
    {
        file?.Dispose();
        registrar?.Dispose();
    }

    public override Mapping Map(int pages)
    {
        var region = Mapping.File(file!.Descriptor, pages, Mman.PROT_READ, Mman.MAP_SHARED, Region.Alignment);
        registrar!.Register(region, Userfaultfd.UFFDIO_REGISTER_MODE_WP);
        return region;
    }

    public override void Access(Mapping region, ReadOnlySpan<int> steps) => ReadLoop.Run(region.Address, steps, PageSize.Bytes);

    private static Userfaultfd? Open(out string reason) => Userfaultfd.TryOpen(Userfaultfd.UFFD_FEATURE_WP_HUGETLBFS_SHMEM, out reason);
}
