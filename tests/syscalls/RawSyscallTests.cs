using System.Runtime.InteropServices;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Syscalls;

namespace Bench.Tests.Syscalls;

[Trait("Depends", "machine")]
public unsafe class RawSyscallTests
{
    private const int FileBytes = 26;
    private const int AT_EMPTY_PATH = 0x1000;
    private const int STATX_SIZE = 0x200;
    private const int StxSizeOffset = 40;

    [Fact]
    public void TheFormEndingInRetReturnsWhatTheKernelReturns()
    {
        using var raw = MachineCode();
        AssertNullCalls(raw.NullRet);
    }

    [Fact]
    public void TheFormEndingInAJumpReturnsWhatTheKernelReturns()
    {
        SkipWhereReturnsAreChecked();
        using var raw = MachineCode();
        Assert.Equal("machine code, jmp", raw.Route);
        AssertNullCalls(raw.NullJump);
    }

    [Fact]
    public void TheRetFormHandsOnFiveArguments()
    {
        Assert.SkipUnless(OnX64, "the two forms exist on x86-64 only");
        using var raw = RawSyscall.Create(Architecture.X64, shadowStack: true);
        Assert.Equal("machine code, ret", raw.Route);
        Assert.True(raw.NullJump == null);
        AssertFiveArguments(raw);
        AssertRefusesUnassigned(raw);
    }

    [Fact]
    public void TheFormInUseHandsOnFiveArguments()
    {
        using var raw = MachineCode();
        AssertFiveArguments(raw);
        AssertRefusesUnassigned(raw);
    }

    [Fact]
    public void LibcTakesOverWhereMachineCodeIsNotToBeHad()
    {
        using var raw = RawSyscall.Fallback("asked for");
        Assert.Equal("libc syscall()", raw.Route);
        Assert.Equal("asked for", raw.WhyNotRaw);
        Assert.True(raw.NullRet == null && raw.NullJump == null);
        Assert.Equal(Unistd.getppid(), raw.Null(SyscallNumbers.Current.Getppid));
        AssertFiveArguments(raw);

        nint result = raw.Null(SyscallNumbers.Unassigned);
        int errno = Marshal.GetLastSystemError();
        Assert.Equal((-1, Errno.ENOSYS), (result, errno));
    }

    [Fact]
    public void AnotherArchitecturesMachineCodeIsNeverUsed()
    {
        var other = OnX64 ? Architecture.Arm64 : Architecture.X64;
        using var raw = RawSyscall.Create(other, shadowStack: false);
        Assert.Equal("libc syscall()", raw.Route);
        Assert.Contains(other.ToString(), raw.WhyNotRaw, StringComparison.Ordinal);
        Assert.Equal(Unistd.getppid(), raw.Null(SyscallNumbers.Current.Getppid));
    }

    private static bool OnX64 => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    private static RawSyscall MachineCode()
    {
        var raw = RawSyscall.Create();
        if (raw.WhyNotRaw is { } why)
        {
            raw.Dispose();
            Assert.Skip(why);
        }
        return raw;
    }

    private static void SkipWhereReturnsAreChecked()
    {
        Assert.SkipUnless(OnX64, "only x86-64 has this form");
        Assert.SkipWhen(UserShadowStack.IsOn(), "user shadow stacks are on");
    }

    private static void AssertNullCalls(delegate* unmanaged[SuppressGCTransition]<nint, nint> stub)
    {
        Assert.Equal(Unistd.getppid(), stub(SyscallNumbers.Current.Getppid));
        Assert.Equal(-Errno.ENOSYS, stub(SyscallNumbers.Unassigned));
    }

    private static void AssertRefusesUnassigned(RawSyscall raw) =>
        Assert.Equal(-Errno.ENOSYS, raw.Call(SyscallNumbers.Unassigned, 1, 2, 3, 4, 5));

    // statx(2) of a file of known size by its descriptor and an empty path: it works only if each argument is in its place.
    private static void AssertFiveArguments(RawSyscall raw)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, new string('x', FileBytes));
            int fd = Unistd.open(path, Unistd.O_RDONLY);
            byte* buffer = stackalloc byte[256];
            byte nothing = 0;
            nint number = OnX64 ? 332 : 291;
            nint result = raw.Call(number, fd, (nint)(&nothing), AT_EMPTY_PATH, STATX_SIZE, (nint)buffer);
            Unistd.close(fd);
            Assert.Equal(0, result);
            Assert.NotEqual(0u, *(uint*)buffer & STATX_SIZE);
            Assert.Equal(FileBytes, *(long*)(buffer + StxSizeOffset));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
