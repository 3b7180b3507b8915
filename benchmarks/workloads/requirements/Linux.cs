namespace Bench.Workloads.Requirements;

/// <summary>The operating system is Linux.</summary>
public sealed class Linux : IRequirement
{
    public string? WhyNot() => OperatingSystem.IsLinux() ? null : "needs Linux";
}
