using System.Runtime.Versioning;
using Bench.Interop.Syscalls;
using Bench.Workloads.FunctionCalls;
using Bench.Workloads.Syscalls;

namespace Bench.Fidelity;

/// <summary>A null call by a stub of machine code, against inline assembly.</summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe class NullCallByStub(string name, Bar? bar, CLoops c, delegate* unmanaged[SuppressGCTransition]<nint, nint> stub)
: TwinLoop(name, bar)
{
    private readonly delegate* unmanaged[SuppressGCTransition]<nint, nint> stub = stub;

    public override long Operations => SyscallLoop.Calls;

    public override void InC() => c.NullCallInline(SyscallNumbers.Unassigned, SyscallLoop.Calls);

    public override void InCSharp() => SyscallLoop.Run(stub, SyscallNumbers.Unassigned);
}

/// <summary>A null call by libc's syscall(2), on both sides.</summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe class NullCallByLibc(string name, CLoops c) : TwinLoop(name, null)
{
    private readonly delegate* unmanaged<nint, nint> syscall = (delegate* unmanaged<nint, nint>)Libc.SyscallAddress();

    public override long Operations => SyscallLoop.Calls;

    public override void InC() => c.NullCallLibc(SyscallNumbers.Unassigned, SyscallLoop.Calls);

    public override void InCSharp() => SyscallLoop.Run(syscall, SyscallNumbers.Unassigned);
}

/// <summary>A call of an empty function that is not inlined.</summary>
internal sealed unsafe class FunctionCalls(string name, CLoops c) : TwinLoop(name, null)
{
    public override long Operations => PlainCall.Calls;

    public override void InC() => c.PlainCall(PlainCall.Calls);

    public override void InCSharp() => PlainCall.Run();
}
