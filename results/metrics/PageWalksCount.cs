namespace Bench.Results.Metrics;

/// <summary>Walks of the page tables in user mode.</summary>
internal sealed class UserPageWalks() : HardwareCount("user", "UserPageWalks", "page walks");

/// <summary>Walks of the page tables in the kernel.</summary>
internal sealed class KernelPageWalks() : HardwareCount("kernel", "KernelPageWalks", "page walks");
