namespace Bench.Results.Metrics;

/// <summary>Stores that the data TLB lacked in user mode.</summary>
internal sealed class UserDtlbStoreMisses() : HardwareCount("user", "UserDtlbStoreMisses", "dTLB store misses");

/// <summary>Stores that the data TLB lacked in the kernel.</summary>
internal sealed class KernelDtlbStoreMisses() : HardwareCount("kernel", "KernelDtlbStoreMisses", "dTLB store misses");
