namespace Bench.Results.Metrics;

/// <summary>Loads that the data TLB lacked in user mode.</summary>
internal sealed class UserDtlbLoadMisses() : HardwareCount("user", "UserDtlbLoadMisses", "dTLB load misses");

/// <summary>Loads that the data TLB lacked in the kernel.</summary>
internal sealed class KernelDtlbLoadMisses() : HardwareCount("kernel", "KernelDtlbLoadMisses", "dTLB load misses");
