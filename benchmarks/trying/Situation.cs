using System.Runtime.Versioning;
using Bench.Settings;

namespace Bench.Trying;

/// <summary>What a page setting is offered for: the system's settings and the program.</summary>
/// <param name="HugePages">The system's; null where the kernel has none.</param>
/// <param name="Program">The program.</param>
/// <param name="NoHugePages">Whether whoever started this process has forbidden it huge pages (PR_SET_THP_DISABLE(2const)).</param>
[SupportedOSPlatform("linux")]
internal sealed record Situation(TransparentHugePages? HugePages, TriedProgram Program, bool NoHugePages)
{
    /// <summary>To which memory huge pages are given.</summary>
    public HugePageModes? Modes { get; } = HugePages is null ? null : new HugePageModes(HugePages);

    /// <summary>Why no setting of huge pages can differ here; null where one may.</summary>
    public string? WhyNoHugePages => HugePages is null ? TransparentHugePages.Lacking
        : NoHugePages ? "this process was started with huge pages off (PR_SET_THP_DISABLE), as is all that it starts"
        : null;
}
