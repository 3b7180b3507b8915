using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Syscalls;

namespace Bench.Workloads.Requirements;

/// <summary>A system call number that the kernel answers with ENOSYS; a seccomp filter may answer in its place.</summary>
[SupportedOSPlatform("linux")]
public sealed class UnassignedNumber : IRequirement
{
    public string Remedy => "run outside containers whose seccomp filter answers";

    public string? WhyNot()
    {
        nint result = Libc.syscall(SyscallNumbers.Unassigned);
        int errno = Marshal.GetLastPInvokeError();
        return result == -1 && errno == Errno.ENOSYS
            ? null
            : $"system call {SyscallNumbers.Unassigned} gave {result}, errno {errno}, not ENOSYS: a seccomp filter, or a kernel that "
                + $"assigns it";
    }
}
