using System.Runtime.Versioning;
using Bench.Interop.Syscalls;

namespace Bench.Workloads.Requirements;

/// <summary>System calls by machine code of our own.</summary>
[SupportedOSPlatform("linux")]
public sealed class MachineCode : IRequirement
{
    public string Remedy => "run where a process may map executable pages";

    public string? WhyNot()
    {
        using var raw = RawSyscall.Create();
        return raw.WhyNotRaw is null ? null : $"needs executable pages: {raw.WhyNotRaw}";
    }
}

/// <summary>The stub that does not end in <c>ret</c>.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class MachineCodeJump : IRequirement
{
    public string Remedy => "run on x86-64 without user shadow stacks, where a process may map executable pages";

    public string? WhyNot()
    {
        using var raw = RawSyscall.Create();
        if (raw.WhyNotRaw is not null)
            return $"needs executable pages: {raw.WhyNotRaw}";
        return raw.NullJump != null ? null : "needs x86-64 without user shadow stacks";
    }
}
