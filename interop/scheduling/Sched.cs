using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Scheduling;

/// <summary>sched.h: scheduling.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Sched
{
    /// <summary>Bytes of the processor masks used here: 8192 processors, the kernel's own limit (CONFIG_NR_CPUS).</summary>
    public const int MaskBytes = 1024;

    /// <summary>sched_yield(2); always succeeds on Linux.</summary>
    [LibraryImport("libc")]
    public static partial int sched_yield();

    /// <summary>Processors the calling thread may run on, ascending (sched_getaffinity(2)).</summary>
    /// <exception cref="SystemError">sched_getaffinity failed.</exception>
    public static int[] GetAffinity()
    {
        byte* mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        if (sched_getaffinity(0, MaskBytes, mask) != 0)
            throw SystemError.Last("sched_getaffinity");
        var processors = new List<int>();
        for (int i = 0; i < MaskBytes * 8; i++)
        {
            if ((mask[i / 8] >> (i % 8) & 1) != 0)
                processors.Add(i);
        }
        return [.. processors];
    }

    /// <summary>Confines the calling thread to <paramref name="processors"/> (sched_setaffinity(2)).</summary>
    /// <exception cref="SystemError">EINVAL: none of them is this thread's to use.</exception>
    public static void SetAffinity(params ReadOnlySpan<int> processors)
    {
        byte* mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        foreach (int processor in processors)
            mask[processor / 8] |= (byte)(1 << processor % 8);
        if (sched_setaffinity(0, MaskBytes, mask) != 0)
            throw SystemError.Last("sched_setaffinity");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int sched_getaffinity(int pid, nuint cpusetsize, byte* mask);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int sched_setaffinity(int pid, nuint cpusetsize, byte* mask);
}
