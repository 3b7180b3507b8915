using System.Runtime.Versioning;
using Bench.Interop.Scheduling;
using Bench.Settings;

namespace Bench.Workloads.Faults.Probes;

/// <summary>
/// What transparent huge pages this process may be given: the system's settings, and whether whoever started it lets it have any.
/// </summary>
/// <param name="Settings">Reads the settings; null where the kernel has none.</param>
/// <param name="Disabled">Whether this process is given none whatever they say.</param>
public sealed record FolioOffer(Func<TransparentHugePages?> Settings, Func<bool> Disabled)
{
    /// <summary>This machine's; read anew each time, as both may change.</summary>
    [SupportedOSPlatform("linux")]
    public static FolioOffer Here { get; } =
        new(() => TransparentHugePages.Read(), () => Prctl.prctl(Prctl.PR_GET_THP_DISABLE, 0, 0, 0, 0) == 1);

    /// <summary>Why this process has none; null where it may.</summary>
    public string? WhyNone() =>
        Disabled()
            ? "this process is given no transparent huge pages: whoever started it disabled them (prctl(2), PR_SET_THP_DISABLE)"
            : null;
}
