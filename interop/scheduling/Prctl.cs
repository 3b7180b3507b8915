using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Scheduling;

/// <summary>sys/prctl.h: operations on the process.</summary>
[SupportedOSPlatform("linux")]
public static partial class Prctl
{
    /// <summary>
    /// PR_SET_PDEATHSIG(2const): signal sent to this process when its parent (strictly: the thread that started it) ends.
    /// </summary>
    public const int PR_SET_PDEATHSIG = 1;

    /// <summary>PR_SET_THP_DISABLE(2const): whether this process is given no transparent huge pages, of any size.</summary>
    public const int PR_SET_THP_DISABLE = 41;

    /// <summary>
    /// PR_GET_THP_DISABLE(2const): 1 where this process is given none, also where whoever started it decided so; 3 where it is only given
    /// those it asks for.
    /// </summary>
    public const int PR_GET_THP_DISABLE = 42;

    /// <summary>PR_SET_CHILD_SUBREAPER(2const): whether descendants that lose their parent become this process's children.</summary>
    public const int PR_SET_CHILD_SUBREAPER = 36;

    /// <summary>signal(7): kill.</summary>
    public const int SIGKILL = 9;

    /// <summary>prctl(2); -1 and errno on failure.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int prctl(int option, nuint arg2, nuint arg3, nuint arg4, nuint arg5);
}
