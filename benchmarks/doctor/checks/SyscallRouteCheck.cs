using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>The route that bare system calls take.</summary>
internal sealed class SyscallRouteCheck() : Check("syscall_route", FindingKind.Measures, "System-call route",
    "a route that ends in a return instruction can add half to what a null call costs")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        using var route = RawSyscall.Create();
        return [route.WhyNotRaw is { } whyNot
            ? Note($"{route.Route}: {whyNot}", "allow this process executable memory (SELinux: execmem), on x86-64 or arm64")
            : Ok(route.Route)];
    }
}
