using System.Runtime.InteropServices;

namespace Bench.Interop.Syscalls;

/// <summary>
/// System call numbers of the running architecture; the one place that knows them
/// (arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h).
/// </summary>
/// <param name="Getppid">getppid(2)</param>
/// <param name="Futex">futex(2)</param>
/// <param name="ClockGettime">clock_gettime(2)</param>
/// <param name="PerfEventOpen">perf_event_open(2)</param>
/// <param name="Userfaultfd">userfaultfd(2)</param>
/// <param name="Setgroups">setgroups(2)</param>
/// <param name="Setresgid">setresgid(2)</param>
/// <param name="Setresuid">setresuid(2)</param>
public sealed record SyscallNumbers(
    int Getppid, int Futex, int ClockGettime, int PerfEventOpen, int Userfaultfd, int Setgroups, int Setresgid, int Setresuid)
{
    /// <summary>x86-64.</summary>
    public static readonly SyscallNumbers X64 = new(110, 202, 228, 298, 323, 116, 119, 117);

    /// <summary>arm64, and every other architecture on the generic table.</summary>
    public static readonly SyscallNumbers Arm64 = new(173, 98, 113, 241, 282, 159, 149, 147);

    /// <summary>
    /// hello_kernel of the patched kernel (kernel/patches), the same number on both architectures. Call it only through
    /// <see cref="PatchedKernel"/>.
    /// </summary>
    public const int HelloKernel = 700;

    /// <summary>multi_page_alloc of the patched kernel, likewise.</summary>
    public const int MultiPageAlloc = 701;

    /// <summary>io_uring_setup(2); since Linux 5.1 new calls have one number on all architectures.</summary>
    public const int IoUringSetup = 425;

    /// <summary>io_uring_enter(2), likewise.</summary>
    public const int IoUringEnter = 426;

    /// <summary>A number no kernel assigns: the null call of an unpatched kernel, ENOSYS (errno 38).</summary>
    public const int Unassigned = 1000;

    /// <summary>The running architecture's numbers.</summary>
    /// <exception cref="PlatformNotSupportedException">Neither x86-64 nor arm64.</exception>
    public static SyscallNumbers Current => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Arm64,
        var other => throw new PlatformNotSupportedException($"no system call numbers for {other}"),
    };
}
