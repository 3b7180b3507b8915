using System.Runtime.CompilerServices;
using Bench.Interop.Syscalls;
using Bench.Workloads.Requirements;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private nint syscallAddress;

    /// <summary>Finds libc's syscall(2).</summary>
    [GlobalSetup(Target = nameof(GetppidFunctionPointer))]
    public void FindSyscall() => syscallAddress = Libc.SyscallAddress();

    /// <summary>By DllImport.</summary>
    [Benchmark(Description = "getppid: DllImport", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void GetppidDllImport()
    {
        for (int i = 0; i < Calls; i++)
            GetppidRoutes.ByDllImport();
    }

    /// <summary>By LibraryImport.</summary>
    [Benchmark(Description = "getppid: LibraryImport", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void GetppidLibraryImport()
    {
        for (int i = 0; i < Calls; i++)
            GetppidRoutes.ByLibraryImport();
    }

    /// <summary>By LibraryImport that also saves errno.</summary>
    [Benchmark(Description = "getppid: LibraryImport, SetLastError",
        OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void GetppidSetLastError()
    {
        for (int i = 0; i < Calls; i++)
            GetppidRoutes.BySetLastError();
    }

    /// <summary>By LibraryImport without a transition of the garbage collector's state.</summary>
    [Benchmark(Description = "getppid: LibraryImport, SuppressGCTransition",
        OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void GetppidSuppressGCTransition()
    {
        for (int i = 0; i < Calls; i++)
            GetppidRoutes.BySuppressGCTransition();
    }

    /// <summary>By a function pointer to libc's syscall(2).</summary>
    [Benchmark(Description = "getppid: function pointer to syscall()", OperationsPerInvoke = Calls)]
    public void GetppidFunctionPointer() =>
        SyscallLoop.Run((delegate* unmanaged<nint, nint>)syscallAddress, SyscallNumbers.Current.Getppid);

    /// <summary>By machine code ending in ret.</summary>
    [Needs<MachineCode>]
    [Benchmark(Description = "getppid: machine code, ret", OperationsPerInvoke = Calls)]
    public void GetppidMachineCodeRet() => SyscallLoop.Run(raw.NullRet, SyscallNumbers.Current.Getppid);

    /// <summary>By machine code ending in a jump.</summary>
    [Needs<MachineCodeJump>]
    [Benchmark(Description = "getppid: machine code, jmp", OperationsPerInvoke = Calls)]
    public void GetppidMachineCodeJump() => SyscallLoop.Run(raw.NullJump, SyscallNumbers.Current.Getppid);
}
