namespace Bench.Workloads.Requirements;

/// <summary>The operating system is Linux.</summary>
public sealed class Linux : IRequirement
{
    public string Remedy => "run on Linux";

    public string? WhyNot() => OperatingSystem.IsLinux() ? null : "needs Linux";
}
