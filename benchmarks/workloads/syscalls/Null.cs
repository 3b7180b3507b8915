using System.Runtime.CompilerServices;
using Bench.Interop.Syscalls;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private RawSyscall raw = null!;

    /// <summary>Maps the stubs.</summary>
    [GlobalSetup(Targets = [nameof(UnassignedNumber), nameof(HelloKernel), nameof(GetppidMachineCodeRet), nameof(GetppidMachineCodeJump)])]
    public void MapStubs() => raw = RawSyscall.Create();

    /// <summary>Unmaps them.</summary>
    [GlobalCleanup(Targets = [nameof(UnassignedNumber), nameof(HelloKernel), nameof(GetppidMachineCodeRet), nameof(GetppidMachineCodeJump)])]
    public void UnmapStubs() => raw.Dispose();

    /// <summary>The null call of any kernel: a number that it does not assign, refused with ENOSYS.</summary>
    [Needs<UnassignedNumber>]
    [Benchmark(Description = "null call: unassigned number", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void UnassignedNumber()
    {
        var stub = raw.Null;
        for (int i = 0; i < Calls; i++)
            stub(SyscallNumbers.Unassigned);
    }

    /// <summary>The null call of the patched kernel: hello_kernel, which returns at once.</summary>
    [Needs<PatchedCalls>]
    [Benchmark(Description = "null call: hello_kernel", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void HelloKernel()
    {
        var stub = raw.Null;
        for (int i = 0; i < Calls; i++)
            stub(SyscallNumbers.HelloKernel);
    }
}
