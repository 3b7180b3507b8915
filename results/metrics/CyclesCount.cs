namespace Bench.Results.Metrics;

/// <summary>Clock cycles in user mode.</summary>
internal sealed class UserCycles() : HardwareCount("user", "UserCycles", "cycles");

/// <summary>Clock cycles in the kernel.</summary>
internal sealed class KernelCycles() : HardwareCount("kernel", "KernelCycles", "cycles");
