using System.Runtime.InteropServices;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Syscalls;

namespace Bench.Tests.LibcLayer;

public class UnistdTests
{
    [Fact]
    public void GetpidIsThisProcessAndNumbersReachTheirCalls()
    {
        Assert.Equal(Environment.ProcessId, Unistd.getpid());
        Assert.Equal(Unistd.getppid(), Libc.syscall(SyscallNumbers.Current.Getppid));
    }

    [Fact]
    public void AnUnassignedNumberIsRefusedWithEnosys()
    {
        Assert.Equal(-1, Libc.syscall(SyscallNumbers.Unassigned));
        Assert.Equal(Errno.ENOSYS, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void AClosedDescriptorGivesEbadf()
    {
        Assert.Equal(-1, Unistd.close(-1));
        Assert.Equal(Errno.EBADF, Marshal.GetLastPInvokeError());
        Assert.Contains("errno 9", SystemError.Last("close").Message, StringComparison.Ordinal);
    }
}
