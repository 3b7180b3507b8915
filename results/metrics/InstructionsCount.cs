namespace Bench.Results.Metrics;

/// <summary>Retired instructions in user mode.</summary>
internal sealed class UserInstructions() : HardwareCount("user", "UserInstructions", "instructions");

/// <summary>Retired instructions in the kernel.</summary>
internal sealed class KernelInstructions() : HardwareCount("kernel", "KernelInstructions", "instructions");
