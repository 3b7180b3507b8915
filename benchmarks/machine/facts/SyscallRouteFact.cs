using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>How the suite makes a bare system call.</summary>
internal sealed class SyscallRouteFact() : Fact("syscall_route", "System-call route", FactGroup.Process, matters: true)
{
    public override string Read(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return SystemTree.NotThere;
        using var route = RawSyscall.Create();
        return route.WhyNotRaw is null ? route.Route : $"{route.Route} ({route.WhyNotRaw})";
    }
}
