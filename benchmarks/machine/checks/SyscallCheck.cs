using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>The Syscall class, and the route its bare calls take.</summary>
internal sealed class SyscallCheck() : Check("syscall", FindingKind.Measures, "System calls",
    "a route that ends in a return instruction can add half to what a null call costs")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        using var route = RawSyscall.Create();
        return [route.WhyNotRaw is { } whyNot ? Note($"by {route.Route}: {whyNot}") : Ok($"by {route.Route}")];
    }
}
