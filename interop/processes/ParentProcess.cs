using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Scheduling;

namespace Bench.Interop.Processes;

/// <summary>Ties a measuring process to the one that reports: it never outlives it, whatever kills that.</summary>
public static class ParentProcess
{
    /// <summary>Names this process to those it starts.</summary>
    public static void Announce() => Handover.Current = Handover.Current with { Parent = Environment.ProcessId };

    /// <summary>
    /// In a process that the announced one started: asks the kernel for SIGKILL when that ends (PR_SET_PDEATHSIG(2const)).
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static void EndWithIt()
    {
        if (Handover.Current.Parent is { } parent && parent == Unistd.getppid())
            EndWith(parent);
    }

    /// <summary>
    /// Asks the kernel for SIGKILL when <paramref name="parent"/>, which started this process, ends; false where it has ended already.
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static bool EndWith(int parent)
    {
        _ = Prctl.prctl(Prctl.PR_SET_PDEATHSIG, Prctl.SIGKILL, 0, 0, 0);
        // After the request: a parent that ended before it sends nothing.
        return Unistd.getppid() == parent;
    }
}
