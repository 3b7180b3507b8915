using Bench.Interop.Syscalls;
using Bench.Workloads.Requirements;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private RawSyscall raw = null!;

    /// <summary>Maps the stubs.</summary>
    [GlobalSetup(Targets = [nameof(UnassignedNumber), nameof(HelloKernel), nameof(GetppidMachineCodeRet), nameof(GetppidMachineCodeJump)])]
    public void MapStubs() => raw = RawSyscall.Create();

    /// <summary>Unmaps them.</summary>
    [GlobalCleanup(Targets = [nameof(UnassignedNumber), nameof(HelloKernel), nameof(GetppidMachineCodeRet),
        nameof(GetppidMachineCodeJump)])]
    public void UnmapStubs() => raw.Dispose();

    /// <summary>The null call of any kernel: a number that it does not assign, refused with ENOSYS.</summary>
    [Needs<UnassignedNumber>]
    [Benchmark(Description = "null call: unassigned number", OperationsPerInvoke = Calls)]
    public void UnassignedNumber() => SyscallLoop.Run(raw.Null, SyscallNumbers.Unassigned);

    /// <summary>The null call of the patched kernel: hello_kernel, which returns at once.</summary>
    [Needs<PatchedCalls>]
    [Benchmark(Description = "null call: hello_kernel", OperationsPerInvoke = Calls)]
    public void HelloKernel() => SyscallLoop.Run(raw.Null, SyscallNumbers.HelloKernel);
}
