using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Syscalls;
using Bench.Workloads.Requirements;

namespace Bench.Workloads.Batches;

/// <summary>A system call that does nothing: an unassigned number, by libc's syscall() as all ways here.</summary>
[SupportedOSPlatform("linux")]
public sealed class NullCall : Batch
{
    public override string Operation => "nop";

    public override int Rank => 0;

    public override string? WhyNot() => new UnassignedNumber().WhyNot();

    public override void Begin(int size) { }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Run(int times, int size)
    {
        int wrong = 0;
        for (int i = 0; i < times; i++)
            wrong += Libc.syscall(SyscallNumbers.Unassigned, 0, 0, 0, 0, 0, 0) == -1 ? 0 : 1;
        return wrong;
    }

    public override void End() { }
}
