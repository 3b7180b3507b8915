using System.Runtime.Versioning;

namespace Bench.Workloads.Faults.Probes;

/// <summary>
/// What the first read of private anonymous memory brings. Linux maps the one zero page that all share; kernels that may not
/// (mm/memory.c, do_anonymous_page()), such as guests booted with pvm_no_zero_page, give a page at once.
/// </summary>
/// <param name="TakesAPage">A page of its own comes, so that memory is used.</param>
/// <param name="WriteFaultsAgain">The first write after it is another fault.</param>
public sealed record ReadFault(bool TakesAPage, bool WriteFaultsAgain)
{
    /// <summary>The shared zero page.</summary>
    public static ReadFault OfZeroPage { get; } = new(TakesAPage: false, WriteFaultsAgain: true);

    /// <summary>A page of its own.</summary>
    public static ReadFault OfOwnPage { get; } = new(TakesAPage: true, WriteFaultsAgain: false);

    /// <summary>This machine's, tried when it is first asked for.</summary>
    [SupportedOSPlatform("linux")]
    public static Lazy<ReadFault> Here { get; } = new(() => new ReadFaultProbe().Try());
}
