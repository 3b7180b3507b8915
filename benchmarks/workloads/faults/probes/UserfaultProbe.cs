using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Interop.Resources;
using Bench.Workloads.Faults.Userfault;

namespace Bench.Workloads.Faults.Probes;

/// <summary>
/// Whether a fault that userfaultfd(2) has answered counts as a major one, as if memory had been read from a device. Linux 6.1 counts every
/// fault so that is tried again (mm/memory.c, mm_account_fault).
/// </summary>
[SupportedOSPlatform("linux")]
internal static unsafe class UserfaultProbe
{
    /// <summary>This machine's, tried when it is first asked for; false where it can't be tried.</summary>
    public static Lazy<bool> CountsAsMajor { get; } = new(Try);

    private static bool Try()
    {
        try
        {
            using var handler = FaultHandler.Start(1);
            using var page = Mapping.Anonymous(1);
            handler.Serve(page);
            long before = Resource.OfThread().ru_majflt;
            CString.memset(page.Address, 1, 1);
            return Resource.OfThread().ru_majflt > before;
        }
        catch (Exception e) when (e is SystemError or InvalidOperationException)
        {
            return false;
        }
    }
}
