using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Whether returns are checked against a second stack.</summary>
internal sealed class ShadowStackFact() : Fact("shadow_stack", "User shadow stack", FactGroup.Process, matters: true)
{
    public override string Read(SystemTree tree) => OperatingSystem.IsLinux() && UserShadowStack.IsOn() ? "on" : "off";
}
