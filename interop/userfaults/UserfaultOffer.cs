using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Interop.Userfaults;

/// <summary>What userfaultfd offers on this machine.</summary>
/// <param name="Refusal">Why it can't be opened; null where it can.</param>
/// <param name="Features">UFFD_FEATURE_*.</param>
/// <param name="Operations">Operations that a range has whose missing pages are reported, a bit each.</param>
[SupportedOSPlatform("linux")]
public sealed record UserfaultOffer(string? Refusal, ulong Features, ulong Operations)
{
    /// <summary>This machine's, tried when it is first asked for.</summary>
    public static Lazy<UserfaultOffer> Here { get; } = new(Try);

    /// <summary>Why missing pages can't be brought in; null where they can.</summary>
    public string? WhyNoCopies => Refusal
        ?? ((Operations & Userfaultfd.CopyOperation) != 0
            ? null
            : "this machine's userfaultfd can't bring pages into private memory (UFFDIO_COPY)");

    /// <summary>Why shared memory can't be watched for writes; null where it can.</summary>
    public string? WhyNoWriteProtection => Refusal
        ?? ((Features & Userfaultfd.UFFD_FEATURE_WP_HUGETLBFS_SHMEM) != 0
            ? null
            : "this kernel's userfaultfd has no write protection of shared memory (Linux 5.19)");

    private static UserfaultOffer Try()
    {
        using var opened = Userfaultfd.TryOpen(0, out string reason);
        if (opened is null)
            return new UserfaultOffer(reason, 0, 0);
        try
        {
            using var page = Mapping.Anonymous(1);
            return new UserfaultOffer(null, opened.Features, opened.Register(page, Userfaultfd.UFFDIO_REGISTER_MODE_MISSING));
        }
        catch (SystemError error)
        {
            return new UserfaultOffer($"this machine's userfaultfd can't watch private memory: {error.Message}", opened.Features, 0);
        }
    }
}
